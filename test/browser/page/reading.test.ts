import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { openPage, openRun, scriptedPage, SITE } from '../../support/opened-page.ts'

const html = scriptedPage()
const browser = useBrowser()

/** The numbers of the sections that are folded. */
async function folded(page: Page): Promise<readonly string[]> {
  const sections = await page.locator('main > [data-folded]').all()
  return Promise.all(sections.map(async (one) => (await one.getAttribute('data-section')) ?? ''))
}

test.skipIf(NO_BROWSER)('without a door everything is open', async () => {
  const { page } = await openPage(browser(), { html })
  expect(await folded(page)).toEqual([])
  expect(await page.locator('#door-all').isVisible()).toBe(false)
})

test.skipIf(NO_BROWSER)(
  'a door folds the sections of the other one, and is remembered',
  async () => {
    const { page } = await openPage(browser(), { html })
    await page.click('#door-operate')
    expect(await folded(page)).toEqual(['9', '10', '11', '12', '14'])
    expect(await page.locator('[id="9-set-up-from-nothing"]').isVisible()).toBe(true)
    await page.reload()
    expect(await folded(page)).toEqual(['9', '10', '11', '12', '14'])
    await page.click('#door-change')
    expect(await folded(page)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    await page.click('#door-all')
    expect(await folded(page)).toEqual([])
    await page.reload()
    expect(await folded(page)).toEqual([])
  },
)

test.skipIf(NO_BROWSER)(
  'a folded section opens by its button, by a link, and by an address',
  async () => {
    const { page } = await openPage(browser(), { html })
    await page.click('#door-operate')
    await page.getByRole('button', { name: 'Show this section' }).first().click()
    expect(await folded(page)).toEqual(['10', '11', '12', '14'])
    await page.locator('nav.contents a', { hasText: 'Rotate the secret' }).first().click()
    expect(await folded(page)).toEqual(['10', '12', '14'])
    await page.goto(`${SITE}prod-emea.html#%`)
    const heading = page.locator('[id="12-retire"]')
    await page.goto(`${SITE}prod-emea.html#12-retire`)
    await expect.poll(() => folded(page)).toEqual(['10', '14'])
    await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(200)
  },
)

test.skipIf(NO_BROWSER)(
  'paper shows everything, and the screen afterwards what it showed',
  async () => {
    const { page } = await openPage(browser(), { html })
    await page.click('#door-operate')
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    expect(await folded(page)).toEqual([])
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await folded(page)).toEqual(['9', '10', '11', '12', '14'])
  },
)

test.skipIf(NO_BROWSER)(
  'the contents show where the reader is and how far the run has come',
  async () => {
    const { page } = await openPage(browser(), { html })
    await page
      .locator('[id="9-set-up-from-nothing"]')
      .evaluate((heading: { scrollIntoView(): void }) => heading.scrollIntoView())
    const current = page.locator('nav.contents [aria-current="location"]')
    await expect.poll(() => current.textContent()).toContain('Set up from nothing')
    expect(await current.count()).toBe(1)
    await page.check('input[data-tick="webhook.crm-lead-sync.dialog"]')
    expect(await current.textContent()).toMatch(/1 of \d+$/)
    const step = page.locator(
      'nav.contents a[href="#951-create-the-webhook-crm-lead-sync"] .progress',
    )
    expect(await step.textContent()).toBe('done')
  },
)

test.skipIf(NO_BROWSER)('colours follow the reader, and are remembered', async () => {
  const { page } = await openPage(browser(), { html })
  const theme = async (): Promise<string | null> => page.locator('html').getAttribute('data-theme')
  expect(await theme()).toBe(null)
  await openRun(page)
  await page.getByLabel('Colours').selectOption('dark')
  await page.reload()
  expect(await theme()).toBe('dark')
  await openRun(page)
  await page.getByLabel('Colours').selectOption('as the system')
  expect(await theme()).toBe(null)
})
