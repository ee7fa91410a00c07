import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visibleText } from '../../src/base/visible-text.ts'
import { formatNamed } from '../../src/report/formats.ts'
import type { Report } from '../../src/report/report.ts'
import { launchBrowser, NO_BROWSER } from '../support/browser.ts'
import { hostileReport } from './hostile-report.ts'
import { CLEAN, SAMPLE } from './sample-report.ts'

const PLANTED =
  '</code></pre></style></script><script>globalThis.planted = true; alert(1)</script><img src="https://evil.example/x.png" onerror="globalThis.planted = true; alert(2)">'

describe.skipIf(NO_BROWSER)('the page of a report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-page-'))
  let browser: Browser | undefined

  beforeAll(async () => {
    browser = await launchBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('asks nobody for anything and runs nothing that a value holds', async () => {
    const { page, requests, dialogs, problems } = await open(hostileReport(PLANTED))
    expect(await page.evaluate("'planted' in globalThis")).toBe(false)
    expect(requests).toEqual([page.url()])
    expect(dialogs).toEqual([])
    expect(problems).toEqual([])
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0)
    expect(await page.locator('#finding-1 h3').textContent()).toBe(PLANTED)
  })

  test('would not run a planted script either if one came through', async () => {
    const { page, problems } = await open(SAMPLE)
    await page.evaluate(
      `const script = document.createElement('script')
       script.textContent = 'globalThis.planted = true'
       document.body.append(script)`,
    )
    expect(await page.evaluate("'planted' in globalThis")).toBe(false)
    expect(problems.join('\n')).toContain('Content Security Policy')
  })

  test('shows failures first, with the lead, the request, the reason and the ways to see it again', async () => {
    const { page } = await open(SAMPLE)
    const [failed] = SAMPLE.diagnostics
    const article = page.locator('#finding-1')
    expect(await page.locator('h1').textContent()).toContain('1 error, 1 warning, 1 note')
    expect(await article.getAttribute('class')).toContain('error')
    expect(await article.locator('h3').textContent()).toBe(visibleText(failed?.message ?? ''))
    expect(await article.locator('table.lead').innerText()).toContain('lead.First Name')
    expect(await article.locator('.wire mark').allTextContents()).toEqual(['1'])
    expect(await article.locator('.carets').innerText()).toMatch(/^ +\^+ here$/)
    expect(await article.locator('.copyable pre').allTextContents()).toEqual([
      failed?.counterexample?.replay,
      failed?.counterexample?.curl,
    ])
  })

  test('copies what its buttons stand beside', async () => {
    const { page } = await open(SAMPLE, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy: Replay' }).click()
    await page.getByRole('button', { name: 'Copy: Replay' }).getByText('Copied').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      SAMPLE.diagnostics[0]?.counterexample?.replay,
    )
  })

  test('says in words what the heat map says in colours', async () => {
    const { page } = await open(hostileReport('text'))
    const values = page.getByRole('region', { name: 'Values of tokens, text' })
    expect(await values.getByRole('columnheader').allInnerTexts()).toEqual(['text', 'another'])
    expect(await values.getByRole('rowheader').allInnerTexts()).toEqual(['text'])
    expect(await values.locator('tbody td').allInnerTexts()).toEqual(['✗1', '0'])
  })

  test('shows what is proven of tokens, and what happens when the endpoint answers', async () => {
    const { page } = await open(SAMPLE)
    const tokens = page.getByRole('region', { name: 'Tokens of w in prod' })
    expect(await tokens.locator('tbody tr').innerText()).toMatch(
      /\{\{lead\.First Name\}\}\s+body, inside a JSON string\s+JSON\s+refuted\s+every value: the body is not JSON/,
    )
    await page.locator('#answers summary').first().press('Enter')
    const answers = page.getByRole('region', { name: 'Answers to w in prod' })
    expect(await answers.locator('tbody tr').count()).toBe(3)
    expect(await answers.locator('tr.failed').innerText()).toMatch(/^gone\s[^]*nobody$/)
    expect(await page.locator('#answers summary').innerText()).toContain('1 unnoticed')
    const { page: other } = await open(CLEAN)
    expect(await other.locator('#tokens, #answers').count()).toBe(0)
  })

  test('draws the latencies of live calls with their percentiles', async () => {
    const { page } = await open(hostileReport('text'))
    const chart = page.getByRole('img', { name: /^Histogram: half of the calls took at most 5 ms/ })
    expect(await chart.locator('rect.bar').count()).toBe(3)
    expect(await page.locator('#latency dl').innerText()).toMatch(/p50\s+5 ms[^]*p99\s+8 ms/)
    const { page: other } = await open(SAMPLE)
    expect(await other.locator('#latency').count()).toBe(0)
  })

  test('is whole without scripts', async () => {
    const { page } = await open(SAMPLE, { javaScriptEnabled: false })
    expect(await page.locator('button').count()).toBe(0)
    expect(await page.locator('#finding-1 h3').isVisible()).toBe(true)
    expect(await page.locator('#finding-1 .copyable pre').first().isVisible()).toBe(true)
    await page.locator('#coverage summary').first().press('Enter')
    expect(await page.locator('#coverage table').first().isVisible()).toBe(false)
    await page.locator('#coverage summary').first().press('Enter')
    expect(await page.locator('#coverage table').first().isVisible()).toBe(true)
  })

  test('is never wider than a telephone', async () => {
    const { page } = await open(hostileReport('x'.repeat(300)), {
      viewport: { width: 360, height: 700 },
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })

  test.each([
    ['everything', 'light', SAMPLE],
    ['everything', 'dark', SAMPLE],
    ['measured times', 'light', hostileReport('text')],
    ['measured times', 'dark', hostileReport('text')],
    ['nothing', 'light', CLEAN],
    ['nothing', 'dark', CLEAN],
  ] as const)('axe finds nothing to mend: %s, %s', async (_name, colorScheme, report) => {
    const { page } = await open(report, { colorScheme })
    await page.evaluate(
      "for (const details of document.querySelectorAll('details')) details.open = true",
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  interface Opened {
    readonly page: Page
    readonly requests: string[]
    readonly dialogs: string[]
    readonly problems: string[]
  }

  async function open(report: Report, options: BrowserContextOptions = {}): Promise<Opened> {
    const file = join(folder, 'report.html')
    const written = await formatNamed('html')?.write(report, {
      isColored: false,
      hasCoverage: true,
    })
    writeFileSync(file, written ?? '')
    if (browser === undefined) throw new Error('the browser was not started')
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const opened: Opened = { page, requests: [], dialogs: [], problems: [] }
    page.on('request', (request) => opened.requests.push(request.url()))
    page.on('console', (message) => opened.problems.push(message.text()))
    page.on('pageerror', (error) => opened.problems.push(error.message))
    page.on('dialog', (dialog) => {
      opened.dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(file).href)
    return opened
  }
})
