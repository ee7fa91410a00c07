import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { nextRevision, openPage, openRun, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const DIALOG = 'input[data-tick="webhook.crm-lead-sync.dialog"]'
const HEADERS = 'input[data-tick="webhook.crm-lead-sync.headers"]'
const HEADERS_STEP = '.step[data-step="webhook.crm-lead-sync.headers"]'
const browser = useBrowser()

test.skipIf(NO_BROWSER)('ticks survive a reload, with who and when', async () => {
  const { page, complaints } = await openPage(browser(), { html })
  await page.check(DIALOG)
  await page.getByLabel('Your name or initials, for the record').fill('AB')
  await page.keyboard.press('Enter')
  await page.reload()
  expect(await page.isChecked(DIALOG)).toBe(true)
  expect(await page.isChecked(HEADERS)).toBe(false)
  const note = page.locator(`${DIALOG} >> xpath=.. >> xpath=following-sibling::span[1]`)
  expect(await note.textContent()).toMatch(/^AB, \d+ \w+ \d{4}, \d\d:\d\d$/)
  expect(complaints).toEqual([])
})

test.skipIf(NO_BROWSER)('the name is asked for once', async () => {
  const { page } = await openPage(browser(), { html })
  await page.check(DIALOG)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.check(HEADERS)
  expect(await page.getByLabel('Your name or initials, for the record').count()).toBe(0)
})

test.skipIf(NO_BROWSER)('ticks of another fingerprint do not count, and are kept', async () => {
  const { page, context } = await openPage(browser(), { html })
  await page.check(DIALOG)
  const next = await openPage(browser(), { html: nextRevision(html) }, context)
  expect(await next.page.isChecked(DIALOG)).toBe(false)
  expect(await next.page.locator('.run-details > summary').textContent()).toBe(
    'This run: nothing marked yet (ticks of an earlier page are kept)',
  )
  await openRun(next.page)
  const older = next.page.locator('.run-older summary')
  expect(await older.textContent()).toMatch(
    /^Ticks of revision 7, fingerprint [0-9a-f]{12} are kept \(last .*\)\. This page is another one/,
  )
  await older.click()
  expect(await next.page.locator('.run-older li').allTextContents()).toEqual([
    expect.stringMatching(/somebody: 9\.5\.1 Create the webhook CRM Lead Sync\. Done$/),
  ])
  const again = await openPage(browser(), { html }, context)
  expect(await again.page.isChecked(DIALOG)).toBe(true)
})

test.skipIf(NO_BROWSER)('a step can fail, be skipped, and hold a note', async () => {
  const { page } = await openPage(browser(), { html })
  const step = page.locator(HEADERS_STEP)
  await step.locator('.tick-more summary').click()
  await step.getByLabel('Note for the record').fill('<b>no</b> menu')
  await step.getByRole('button', { name: 'Failed' }).click()
  expect(await step.locator('.tick-note').textContent()).toMatch(
    /^Failed, somebody, .*: <b>no<\/b> menu$/,
  )
  expect(await step.getAttribute('data-state')).toBe('failed')
  expect(await page.locator('.run-progress').textContent()).toMatch(/^1 failed\. Begun /)
})

test.skipIf(NO_BROWSER)('clearing can be undone, also after a reload', async () => {
  const { page } = await openPage(browser(), { html })
  await page.check(DIALOG)
  await openRun(page)
  await page.getByRole('button', { name: 'Clear all ticks' }).click()
  expect(await page.isChecked(DIALOG)).toBe(false)
  await page.reload()
  await page.check(HEADERS)
  await openRun(page)
  await page.getByRole('button', { name: 'Undo clearing' }).click()
  expect(await page.isChecked(DIALOG)).toBe(true)
  expect(await page.isChecked(HEADERS)).toBe(true)
})

test.skipIf(NO_BROWSER)('two windows of one page agree', async () => {
  const first = await openPage(browser(), { html })
  const second = await openPage(browser(), { html }, first.context)
  await first.page.check(DIALOG)
  await second.page.waitForSelector(`${DIALOG}:checked`)
  await second.page.check(HEADERS)
  await first.page.waitForSelector(`${HEADERS}:checked`)
  expect(await first.page.isChecked(DIALOG)).toBe(true)
})

test.skipIf(NO_BROWSER)(
  'without storage ticks live until the page closes, and it says so',
  async () => {
    const context = await browser().newContext()
    await context.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })`,
    )
    const { page, complaints } = await openPage(browser(), { html }, context)
    expect(await page.locator('.run-warning').textContent()).toMatch(/^This browser keeps nothing/)
    await page.check(DIALOG)
    expect(await page.locator('.run-progress').textContent()).toMatch(/^1 done\. /)
    await page.reload()
    expect(await page.isChecked(DIALOG)).toBe(false)
    expect(complaints).toEqual([])
  },
)

test.skipIf(NO_BROWSER)(
  'what is kept and cannot be read is put aside, not thrown away',
  async () => {
    const { page } = await openPage(browser(), { html })
    await page.check(DIALOG)
    await page.evaluate(`for (const key of Object.keys(localStorage)) localStorage[key] = '{"a":'`)
    await page.reload()
    expect(await page.isChecked(DIALOG)).toBe(false)
    expect(
      await page.evaluate(
        `Object.keys(localStorage).filter((key) => /unreadable/.test(key)).length`,
      ),
    ).toBe(1)
  },
)
