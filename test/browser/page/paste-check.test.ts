import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { LATEST, openPage, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const browser = useBrowser()

const TEMPLATE = '[data-check="webhook.crm-lead-sync.dialog"][data-label="Template"]'

/** Opens the check of the template; its block, its text, and a way to paste. */
async function openCheck(page: Page): Promise<{ block: Locator; text: string }> {
  const block = page.locator(TEMPLATE)
  await block.getByText('Check what was saved').click()
  return { block, text: (await block.locator('code').first().textContent()) ?? '' }
}

async function compare(block: Locator, text: string): Promise<string> {
  await block.locator('textarea').fill(text)
  await block.getByRole('button', { name: 'Compare' }).click()
  return (await block.locator('.paste-result').textContent()) ?? ''
}

test.skipIf(NO_BROWSER)(
  'the right text is accepted, and kept as evidence without the text',
  async () => {
    const { page, complaints, requests } = await openPage(browser(), { html })
    const { block, text } = await openCheck(page)
    expect(await compare(block, text)).toBe('✓ The same, letter by letter.')
    await page.reload()
    expect(await block.locator('.paste-note').textContent()).toMatch(
      /^Pasted back, the same: somebody, /,
    )
    expect(await page.locator('.run-progress').textContent()).toMatch(
      /Pasted back and the same: 1\./,
    )
    const kept = await page.evaluate<string>('JSON.stringify(localStorage)')
    expect(kept).toContain('webhook.crm-lead-sync.dialog')
    expect(kept).not.toContain('lead.Email Address')
    expect([complaints, new Set(requests)]).toEqual([[], new Set([LATEST])])
  },
)

test.skipIf(NO_BROWSER)('a real paste is compared at once', async () => {
  const context = await browser().newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = await openPage(browser(), { html }, context)
  const { block } = await openCheck(page)
  await block.locator('.copy-button').click()
  await block.locator('textarea').focus()
  await page.keyboard.press('ControlOrMeta+V')
  await block.getByText('✓ The same, letter by letter.').waitFor()
  expect(await block.locator('.paste-note').textContent()).toMatch(/^Pasted back, the same/)
})

test
  .skipIf(NO_BROWSER)
  .each<readonly [title: string, change: (text: string) => string, place: string, cause: string]>([
    [
      'curly quotes',
      (text) => text.replace('"email"', '“email”'),
      'Line 3, column 3: the page has U+0022 quotation mark, what you pasted has U+201C left double quotation mark.',
      'Straight quotes became curly ones.',
    ],
    [
      'a lost line break',
      (text) => text.replace(',\n  "email"', ',  "email"'),
      'Line 2, column 28: the page has U+000A line break, what you pasted has U+0020 space.',
      'A line break was lost or added.',
    ],
    [
      'a trailing space',
      (text) => text.replace(',\n', ', \n'),
      'Line 2, column 28: the page has U+000A line break, what you pasted has U+0020 space.',
      'Spaces at the end of a line were added or lost.',
    ],
    [
      'an older revision',
      (text) => text.replace('  "region": {{my.Region Code}},\n', ''),
      'Line 8, column 4: the page has U+0072 small r, what you pasted has U+0073 small s.',
      'Other words: 1 of 10 lines are not in what you pasted, 0 in it are not on the page.',
    ],
  ])('%s is shown at its first character', async (_title, change, place, cause) => {
  const { page } = await openPage(browser(), { html })
  const { block, text } = await openCheck(page)
  const said = await compare(block, change(text))
  expect(said).toContain(`✗ Not the same. ${place}`)
  expect(said).toContain(cause)
  expect(await block.locator('mark').count()).toBe(2)
  expect(await block.locator('.paste-note').textContent()).toBe('')
})

test.skipIf(NO_BROWSER)('the value of another field is called that', async () => {
  const { page } = await openPage(browser(), { html })
  const { block } = await openCheck(page)
  expect(await compare(block, 'CRM Lead Sync')).toContain('This is the value of Webhook Name.')
})

test.skipIf(NO_BROWSER)('no secret can be pasted back', async () => {
  const { page } = await openPage(browser(), { html })
  const secret = page.locator('[data-copy]', { hasText: '${secret}' })
  expect(await secret.count()).toBeGreaterThan(0)
  expect(await secret.locator('.paste-check').count()).toBe(0)
})
