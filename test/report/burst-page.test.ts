import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { Burst } from '../../src/burst/burst.ts'
import { studyBurst } from '../../src/burst/burst-study.ts'
import { compareFigures } from '../../src/burst/verification.ts'
import type { BurstReport } from '../../src/report/burst/burst-report.ts'
import { writeBurstPage } from '../../src/report/burst/html/write-burst-page.ts'
import { sampleBurst, sampleRoad, sampleWebhook } from '../burst/sample-burst.ts'
import { NO_BROWSER, useBrowser } from '../support/browser.ts'

const PLANTED =
  '</svg></title></style><script>globalThis.planted = true</script><img src="https://evil.example/x.png">'

function reportOf(name: string, more: Partial<Burst> = {}): BurstReport {
  const webhooks = [
    sampleWebhook({ p50: 80, p99: 900 }, { name, failing: 0.02 }),
    sampleWebhook({ p50: 400, p99: 40_000 }, { id: 'other', name: `Other ${name}` }),
  ]
  const beside = [sampleRoad([1])]
  const burst = sampleBurst({ leads: 5_000, webhooks, beside, besideEvery: 10_000, ...more })
  const study = studyBurst(burst, undefined)
  return {
    programs: [name],
    environment: name,
    subscription: name,
    study,
    verification: {
      scale: 0.5,
      calls: 5_000,
      mostOpen: 20,
      rows: compareFigures(study.shown, study.shown),
    },
    command: `hookbook simulate burst ${name}`,
    toolVersion: '1.2.3',
  }
}

describe.skipIf(NO_BROWSER)('the page of a burst', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-burst-'))
  const browser = useBrowser()
  const requests: string[] = []

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function open(report: BurstReport, options: BrowserContextOptions = {}): Promise<Page> {
    const file = join(folder, 'burst.html')
    writeFileSync(file, writeBurstPage(report))
    requests.length = 0
    const page = await (await browser().newContext(options)).newPage()
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    return page
  }

  test.each(['light', 'dark'] as const)('has no barrier for anybody, %s', async (colorScheme) => {
    const page = await open(reportOf('CRM Lead Sync'), { colorScheme })
    await page.locator('details summary').click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  test('says at a glance how long it takes, and draws it', async () => {
    const page = await open(reportOf('CRM Lead Sync'))
    expect(await page.locator('h1').innerText()).toMatch(/^5,000 leads take between .* and .*$/)
    const pictures = page.getByRole('img')
    expect(await pictures.count()).toBe(3)
    const bounds = page.getByRole('img', { name: 'Calls that wait, over time, under both bounds' })
    const texts = await bounds.locator('text.name').allTextContents()
    expect(texts.join(' ')).toMatch(/one after another: .*20 at a time: /)
    expect(await page.locator('#tables tbody tr').count()).toBe(2 + 2 + 24)
  })

  test('no name is anything but text', async () => {
    const page = await open(reportOf(PLANTED))
    expect(await page.evaluate("'planted' in globalThis")).toBe(false)
    expect(requests).toEqual([page.url()])
    expect(await page.locator('img, iframe, script').count()).toBe(0)
    expect(await page.locator('.row-name').first().textContent()).toBe(PLANTED)
  })

  test('is never wider than a telephone', async () => {
    const page = await open(reportOf('CRM Lead Sync'), { viewport: { width: 360, height: 740 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })

  test.each([
    ['one lead', { leads: 1, beside: [] }],
    ['people who come slowly', { leads: 20, over: 600_000 }],
    [
      'an endpoint that always hangs',
      { leads: 50, webhooks: [sampleWebhook({ p50: 60_000, p99: 60_000 })], beside: [] },
    ],
  ])('draws %s without a number that is none', (_what, more) => {
    const html = writeBurstPage(reportOf('CRM', more))
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })
})
