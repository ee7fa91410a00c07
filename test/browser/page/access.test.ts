import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { openPage, openRun, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const BLOCK = '[data-check="webhook.crm-lead-sync.dialog"][data-label="Template"]'
const browser = useBrowser()

test.skipIf(NO_BROWSER).each(['light', 'dark'] as const)(
  'axe finds nothing to mend in what the script adds, in %s',
  async (colorScheme) => {
    const context = await browser().newContext({ colorScheme })
    const { page } = await openPage(browser(), { html }, context)
    await page.check('input[data-tick="webhook.crm-lead-sync.dialog"]')
    await page
      .locator('.step[data-step="webhook.crm-lead-sync.headers"] .tick-more summary')
      .click()
    await page.locator(`${BLOCK} summary`).click()
    await page.locator(`${BLOCK} textarea`).fill('“other”')
    await page.locator(BLOCK).getByRole('button', { name: 'Compare' }).click()
    await openRun(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  },
  120_000,
)

test.skipIf(NO_BROWSER)(
  'the first screen fits a laptop with everything that the script adds',
  async () => {
    const context = await browser().newContext({ viewport: { width: 1280, height: 800 } })
    const { page } = await openPage(browser(), { html }, context)
    await page.locator('#currency[data-currency]').waitFor()
    const bottoms = await page.evaluate<readonly number[]>(
      `[...document.querySelectorAll('.card')].map((card) => card.getBoundingClientRect().bottom)`,
    )
    expect(bottoms.length).toBeGreaterThan(5)
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(800)
  },
)
