import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { openPage, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const browser = useBrowser()

/** What can be worked with, as long as it is shown. */
const WORKABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/** Gives everything that can be worked with a number, as far as it is shown; how many there are. */
const NUMBER_WORKABLE = `
  [...document.querySelectorAll('${WORKABLE}')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
    .map((element, number) => { element.dataset.number = String(number) }).length`

const NOTE_FOCUS = `
  globalThis.reached = []
  addEventListener('focusin', ({ target }) => reached.push(target.dataset.number))`

/** Goes on with the tabulator until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    const isThere = await page.evaluate<boolean>(
      `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the tabulator does not come to ${selector}`)
}

test.skipIf(NO_BROWSER)(
  'the tabulator comes to everything, in the order of the page',
  async () => {
    const { page } = await openPage(browser(), { html })
    await page.click('#door-operate')
    // The playground comes when a reader comes near: its controls are to be counted with the others.
    await page.locator('#playground').scrollIntoViewIfNeeded()
    await page.locator('#playground .playground-body').first().waitFor()
    await page.evaluate(`scrollTo(0, 0); document.activeElement.blur()`)
    const number = await page.evaluate<number>(NUMBER_WORKABLE)
    expect(number).toBeGreaterThan(200)
    await page.evaluate(`document.querySelector('[data-number="0"]').focus()`)
    await page.evaluate(NOTE_FOCUS)
    for (let count = 1; count < number; count += 1) await page.keyboard.press('Tab')
    const reached = await page.evaluate<readonly string[]>('reached')
    expect(reached).toEqual(Array.from({ length: number - 1 }, (_, each) => String(each + 1)))
  },
  240_000,
)

test.skipIf(NO_BROWSER)('a step is done, checked and handed on without a mouse', async () => {
  const { page, complaints } = await openPage(browser(), { html })
  const block = '[data-check="webhook.crm-lead-sync.dialog"][data-label="Template"]'
  const text = (await page.locator(`${block} code`).textContent()) ?? ''
  await page.locator('input[data-tick="webhook.crm-lead-sync.dialog"]').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(`document.activeElement.textContent`)).toBe('More')
  await page.locator('.ask-who input').waitFor()
  await tabTo(page, '.ask-who input')
  await page.keyboard.type('AB')
  await page.keyboard.press('Enter')
  await page.locator(`${block} .copy-button`).focus()
  await tabTo(page, `${block} summary`)
  await page.keyboard.press('Enter')
  await page.locator(`${block} textarea`).waitFor()
  await tabTo(page, `${block} textarea`)
  await page.keyboard.insertText(text)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.locator(block).getByText('✓ The same, letter by letter.').waitFor()
  await page.locator('.run-details > summary').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, '.run-save')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/^run-lead-sync-prod-emea-/)
  expect(await page.locator('.run-progress').textContent()).toMatch(
    /^1 done\. Pasted back and the same: 1\./,
  )
  expect(complaints).toEqual([])
})

test.skipIf(NO_BROWSER)('every control has a name of its own words', async () => {
  const { page } = await openPage(browser(), { html })
  const nameless = await page.evaluate(`
    [...document.querySelectorAll('button, input, select, textarea, summary')]
      .filter((element) => !(element.getAttribute('aria-label') || element.labels?.[0]?.textContent.trim()
        || element.textContent.trim()))
      .map((element) => element.outerHTML)`)
  expect(nameless).toEqual([])
})
