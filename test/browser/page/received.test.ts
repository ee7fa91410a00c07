import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import {
  LEAD_HEADERS,
  leadBody,
  openService,
  SERVED_SECRET,
  type OpenedService,
} from '../../support/opened-service.ts'

const browser = useBrowser()
const HOSTILE = `<img src=x onerror='document.title=1'><script>document.title=2</script>`
const MINUTES = 60_000
let service: OpenedService

beforeAll(async () => {
  service = await openService('lead-sync --env sandbox-emea --fault-header')
})

afterAll(async () => {
  await service.stop()
})

interface Opened {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly requests: readonly string[]
}

async function openCalls(colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  const origin = /shown at (http:\S+)\//.exec(service.stdout())?.[1] ?? ''
  const context = await browser().newContext({ colorScheme })
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url().replace(origin, '')))
  await page.goto(`${origin}/`)
  return { page, complaints, requests }
}

async function send(body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  await fetch(`${service.origin}/v1/leads?note=${encodeURIComponent(HOSTILE)}`, {
    method: 'POST',
    headers: { ...LEAD_HEADERS, ...headers },
    body,
  })
}

test.skipIf(NO_BROWSER)(
  'what comes is shown at once, as text whatever it holds, and nobody else is asked for anything',
  async () => {
    const { page, complaints, requests } = await openCalls()
    await send(leadBody(1, { firstName: HOSTILE, [HOSTILE]: 1 }))
    await page.getByText('#1 POST').waitFor()
    await page.getByText('the body has a member that the schema does not know').first().waitFor()
    const shown = await page.locator('#call').innerText()
    expect(shown).toContain(HOSTILE)
    expect(shown).not.toContain(SERVED_SECRET)
    expect(await page.locator('#call img, #call script, #calls img').count()).toBe(0)
    expect(await page.title()).toBe('Requests to the webhooks of sandbox-emea')
    expect(complaints).toEqual([])
    expect(requests).toEqual(['/', '/-/calls'])
  },
  2 * MINUTES,
)

test.skipIf(NO_BROWSER)(
  'the newest is shown until the reader looks at another, which then stays',
  async () => {
    const { page } = await openCalls()
    await send(leadBody(2))
    const first = await page.locator('#call h2').innerText()
    await page.locator('#calls button').last().click()
    expect(await page.locator('#call h2').innerText()).toContain('#1 ')
    await send(leadBody(3), { 'x-hookbook-fault': 'status-503' })
    await page.getByText('the fault "status-503"').first().waitFor()
    expect(await page.locator('#call h2').innerText()).toContain('#1 ')
    expect(await page.locator('[aria-current="true"]').innerText()).toContain('#1,')
    await page.locator('#calls button').first().click()
    expect(await page.locator('#call h2').innerText()).not.toBe(first)
    expect(await page.locator('#call').innerText()).toContain('99 Sync failed')
  },
  2 * MINUTES,
)

test.skipIf(NO_BROWSER).each(['light', 'dark'] as const)(
  'axe finds nothing to mend, in %s',
  async (colorScheme) => {
    const { page } = await openCalls(colorScheme)
    await send(leadBody(4))
    await page.locator('#calls button').first().waitFor()
    for (const nth of [0, -1]) {
      await page.locator('#calls button').nth(nth).click()
      await page.locator('.wire-bytes summary').first().click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  },
  2 * MINUTES,
)
