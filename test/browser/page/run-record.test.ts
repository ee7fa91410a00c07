import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { HOSTILE_STRINGS } from '../../support/hostile-strings.ts'
import { LATEST, nextRevision, openPage, openRun, scriptedPage } from '../../support/opened-page.ts'

const html = scriptedPage()
const DIALOG = 'input[data-tick="webhook.crm-lead-sync.dialog"]'
const HEADERS = 'input[data-tick="webhook.crm-lead-sync.headers"]'
const folder = mkdtempSync(join(tmpdir(), 'hookbook-records-'))
const browser = useBrowser()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Downloads the run record, as a reader does; the path of the file. */
async function save(page: Page): Promise<string> {
  await openRun(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the run record' }).click(),
  ])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** Chooses a file, as a reader does; what the page says of it. */
async function take(page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<string> {
  await openRun(page)
  const before = await page.locator('.run-result').textContent()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('input[type=file]').click(),
  ])
  await chooser.setFiles(file)
  const said = async (): Promise<string | null> => page.locator('.run-result').textContent()
  await expect.poll(said).not.toBe(before)
  return (await said()) ?? ''
}

function jsonFile(value: unknown, name = 'record.json'): Parameters<Page['setInputFiles']>[1] {
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) }
}

test.skipIf(NO_BROWSER)('a saved record is taken over by the next person', async () => {
  const first = await openPage(browser(), { html })
  await openRun(first.page)
  await first.page.getByLabel('Your name or initials', { exact: true }).fill('AB')
  await first.page.check(DIALOG)
  const path = await save(first.page)
  expect(path).toMatch(/run-lead-sync-prod-emea-[0-9a-f]{12}-\d{8}T\d{4}Z\.json$/)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 'hookbook-run/1',
    program: 'lead-sync',
    environment: 'prod-emea',
    who: 'AB',
    steps: [{ id: 'webhook.crm-lead-sync.dialog', state: 'done', who: 'AB' }],
    checks: [],
  })

  const { page, complaints } = await openPage(browser(), { html })
  await page.check(HEADERS)
  expect(await take(page, path)).toMatch(
    /^Taken over from “run-.*\.json” \(kept by AB\): 1 mark is new\. 1 step stands differently now\./,
  )
  expect(await page.isChecked(DIALOG)).toBe(true)
  expect(await page.isChecked(HEADERS)).toBe(true)
  expect(await take(page, path)).toMatch(/was here already\. $/)
  expect(complaints).toEqual([])
})

test.skipIf(NO_BROWSER)('a record of another page is refused in one sentence', async () => {
  const { page } = await openPage(browser(), { html })
  const path = await save(page)
  const next = await openPage(browser(), { html: nextRevision(html) })
  expect(await take(next.page, path)).toMatch(
    /^“run-.*” was not taken over: it belongs to revision 7, fingerprint .*; this page is revision 8, fingerprint 000000000008, and may ask for other things\. $/,
  )
  expect(await take(next.page, jsonFile({ format: 'x/1' }))).toBe(
    '“record.json” was not taken over: it is another kind of file (x/1). ',
  )
  expect(await next.page.locator('.run-progress').textContent()).toBe('Nothing is marked yet.')
})

test.skipIf(NO_BROWSER)('a record can be dropped anywhere on the page', async () => {
  const { page } = await openPage(browser(), { html })
  await page.check(DIALOG)
  const text = readFileSync(await save(page), 'utf8')
  const other = await openPage(browser(), { html })
  const transfer = await other.page.evaluateHandle(
    `(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([${JSON.stringify(text)}], 'dropped.json'))
      return transfer
    })()`,
  )
  await other.page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await other.page.waitForSelector(`${DIALOG}:checked`)
  expect(await other.page.locator('.run-result').textContent()).toMatch(/^Taken over from “dropped/)
})

test.skipIf(NO_BROWSER)('whatever a record says is text on the page', async () => {
  const { page, complaints, requests } = await openPage(browser(), { html })
  const own: object = JSON.parse(readFileSync(await save(page), 'utf8'))
  const at = '2026-11-26T12:00:00Z'
  const strings = [...HOSTILE_STRINGS, '<img src="https://evil.example/x" onerror="alert(1)">'].map(
    (text) => text.slice(0, 250),
  )
  const steps = strings.flatMap((text) => [
    { id: text, state: 'failed', at, who: text, note: text },
    { id: 'webhook.crm-lead-sync.dialog', state: 'failed', at, who: text, note: text },
  ])
  const before = await page.locator('body *').count()
  const record = { ...own, who: strings.at(-1), steps }
  expect(await take(page, jsonFile(record, '<img src=x>.json'))).toMatch(/^Taken over from “<img/)
  await page.locator('.run-history summary').click()
  expect(await page.locator('.run-history li').count()).toBe(steps.length)
  expect(await page.locator('img, iframe, script:not([type]) ~ script').count()).toBe(0)
  const added = (await page.locator('body *').count()) - before
  // A row and its time for each mark, the sentence of the result, the time and the begin beside the tick.
  expect(added).toBeLessThanOrEqual(2 * steps.length + 4)
  expect(complaints).toEqual([])
  expect(requests).toEqual([LATEST])
})
