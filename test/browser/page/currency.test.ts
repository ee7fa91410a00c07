import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { LATEST, openPage, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const folder = mkdtempSync(join(tmpdir(), 'hookbook-file-'))
const browser = useBrowser()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function currency(
  page: Page,
): Promise<readonly [state: string | null, words: string | null]> {
  const place = page.locator('#currency[data-currency]')
  return [await place.getAttribute('data-currency'), await place.textContent()]
}

test.skipIf(NO_BROWSER)('a page asks once whether it is the newest', async () => {
  const { page, requests, complaints } = await openPage(browser(), { html })
  expect(await currency(page)).toEqual([
    'newest',
    expect.stringMatching(/^✓ This is the newest page \(checked \d\d:\d\d\)$/),
  ])
  expect([requests, complaints]).toEqual([[LATEST], []])
})

test.skipIf(NO_BROWSER)('a newer page is named', async () => {
  const latest = JSON.stringify({ 'prod-emea': { revision: 8, fingerprint: '000000000008' } })
  const { page } = await openPage(browser(), { html, latest })
  expect(await currency(page)).toEqual([
    'newer',
    expect.stringContaining('⚠ A newer one exists: revision 8. This is revision 7.'),
  ])
})

test.skipIf(NO_BROWSER).each([
  [null, 'not checked: the server answered with 404'],
  ['<html>', 'not checked: the server could not be asked'],
  ['{}', 'not checked: the server says nothing about prod-emea'],
])('where the server answers %j it is %s', async (latest, words) => {
  const { page } = await openPage(browser(), { html, latest })
  expect(await currency(page)).toEqual(['unchecked', words])
})

test.skipIf(NO_BROWSER)('a page that was opened from a file asks nobody', async () => {
  const path = join(folder, 'page.html')
  writeFileSync(path, html)
  const context = await browser().newContext({ offline: true })
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(path).href)
  expect(await currency(page)).toEqual(['unchecked', 'not checked: opened from a file'])
  const tick = 'input[data-tick="webhook.crm-lead-sync.dialog"]'
  await page.check(tick)
  const reloaded = async (): Promise<boolean> => {
    await page.reload()
    return page.isChecked(tick)
  }
  // Each load of a file may be a new process of the browser, which hears of the tick a little later.
  await expect.poll(reloaded).toBe(true)
  expect([[...new Set(requests)], complaints]).toEqual([[pathToFileURL(path).href], []])
})

test.skipIf(NO_BROWSER)(
  'a review that is overdue is said, by the clock of the reader',
  async () => {
    const due = html.replace(/"reviewDue":"[^"]+"/, '"reviewDue":"2026-11-20"')
    for (const [time, words] of [
      ['2026-11-20T12:00:00Z', ''],
      ['2026-11-22T12:00:00Z', ', ⚠ overdue by 2 days'],
    ] as const) {
      const context = await browser().newContext()
      await context.clock.setFixedTime(new Date(time))
      const { page } = await openPage(browser(), { html: due }, context)
      const said = (await page.locator('[data-chip="review"] .chip-value').textContent()) ?? ''
      expect(said.replace(/^[^,]*/, '')).toBe(words)
    }
  },
)
