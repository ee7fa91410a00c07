import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { LATEST, openPage, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const browser = useBrowser()

/** Every text of the compiled form of the subscription, in this environment, that is typed or chosen. */
function formValues(): readonly string[] {
  const form: {
    readonly webhooks: unknown
    readonly environments: Readonly<Record<string, unknown>>
  } = JSON.parse(readFileSync('programs/lead-sync/generated/production/marketo-form.json', 'utf8'))
  const { tokens } = form.environments['prod-emea'] as { readonly tokens: unknown }
  return textsOf([form.webhooks, tokens])
}

/** Names of members and labels of the screen are no values. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value).filter(([key]) => !NO_VALUES.includes(key))
  return members.flatMap(([, member]) => textsOf(member))
}

const NO_VALUES = ['label', 'secret', 'type']

test.skipIf(NO_BROWSER)(
  'what is copied is the block, byte for byte, for every block',
  async () => {
    const context = await browser().newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const { page, complaints, requests } = await openPage(browser(), { html }, context)
    const blocks = await page.locator('[data-copy]').all()
    expect(blocks.length).toBeGreaterThan(50)
    const copied = new Set<string>()
    for (const block of blocks) {
      await block.locator('.copy-button').evaluate((button: { click(): void }) => button.click())
      await block.locator('.copy-feedback', { hasText: 'Copied' }).waitFor({ state: 'attached' })
      const text = await page.evaluate<string>('navigator.clipboard.readText()')
      expect(text).toBe(await block.locator('code').textContent())
      copied.add(text)
    }
    expect(formValues().filter((value) => !copied.has(value))).toEqual([])
    expect([complaints, requests]).toEqual([[], [LATEST]])
  },
  120_000,
)

test.skipIf(NO_BROWSER)(
  'the older way copies the same bytes where there is no clipboard',
  async () => {
    const context = await browser().newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await context.addInitScript(
      `navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))`,
    )
    const { page } = await openPage(browser(), { html }, context)
    const block = page.locator('[data-copy][data-label="Template"]').first()
    await block.locator('.copy-button').focus()
    await page.keyboard.press('Enter')
    await block.getByText('Copied', { exact: true }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      await block.locator('code').textContent(),
    )
    expect(await page.locator('#spoken').textContent()).toMatch(/^Copied: Template/)
  },
)

test.skipIf(NO_BROWSER)(
  'where nothing can be copied, the text is selected for the reader',
  async () => {
    const context = await browser().newContext()
    await context.addInitScript(
      `navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
     document.execCommand = () => false`,
    )
    const { page } = await openPage(browser(), { html }, context)
    const block = page.locator('[data-copy][data-label="Template"]').first()
    await block.locator('.copy-button').click()
    await block.getByText('The text is selected: press').waitFor()
    // A selection as text has no line break at its end.
    const text = await block.locator('code').textContent()
    expect(await page.evaluate('String(getSelection())')).toBe(text?.replace(/\n$/, ''))
  },
)
