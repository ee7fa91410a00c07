import type { Browser, BrowserContext, Page } from 'playwright-core'
import { renderPage } from '../../src/site/render-page.ts'
import { bundledScripts } from './page-script.ts'
import { PAGE_CSS, sitePage, type SitePage } from './site-pages.ts'

/** Where pages are served in tests; nothing is asked over a network, and the clipboard counts it as secure. */
export const SITE = 'https://runbooks.example/lead-sync/'

/** A page in a browser, with everything that it asked for and complained of. */
export interface OpenedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Addresses that the page asked for, its own left out. */
  readonly requests: readonly string[]
  /** What stands in the console, and what was thrown. */
  readonly complaints: readonly string[]
}

export interface Served {
  readonly html: string
  /** What `latest.json` holds: nothing newer, unless something else is given; null where there is none. */
  readonly latest?: string | null
}

/** The one thing that a page asks for. */
export const LATEST = 'https://runbooks.example/lead-sync/latest.json'

const scripts = bundledScripts()

/** The example page that most tests look at, with its script. */
export function scriptedPage(program = 'lead-sync', environment = 'prod-emea'): string {
  return withScript(sitePage(program, environment))
}

/** A page of the site as it is delivered. */
export function withScript({ runbook }: SitePage): string {
  return renderPage({
    runbook,
    css: PAGE_CSS,
    script: scripts.get('page.js') ?? '',
    playgroundScript: scripts.get('playground.js') ?? '',
    xmlScript: scripts.get('xml-body.js') ?? '',
    hidden: [],
  })
}

/** The same page as it will be after a change: ticks of one say nothing about the other. */
export function nextRevision(html: string): string {
  return html
    .replace(/(data-revision=")\d+/, '$18')
    .replace(/(data-fingerprint=")[0-9a-f]+/, '$1000000000008')
    .replace(
      /"revision":\d+,"fingerprint":"[0-9a-f]+"/,
      '"revision":8,"fingerprint":"000000000008"',
    )
}

/** Opens a page as if it were served; in a context of its own unless one is given. */
export async function openPage(
  browser: Browser,
  served: Served,
  given?: BrowserContext,
): Promise<OpenedPage> {
  const context = given ?? (await browser.newContext({ acceptDownloads: true }))
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route('**/*', async (route) => {
    const address = route.request().url()
    if (address.split('#')[0] === `${SITE}prod-emea.html`) {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: served.html })
    }
    requests.push(address)
    const { latest = ownLatest(served.html) } = served
    if (address !== LATEST || latest === null) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ contentType: 'application/json', body: latest })
  })
  await page.goto(`${SITE}prod-emea.html`)
  return { page, context, requests, complaints }
}

function ownLatest(html: string): string {
  const [, revision, fingerprint] = STAMP.exec(html) ?? []
  return JSON.stringify({ 'prod-emea': { revision: Number(revision), fingerprint } })
}

const STAMP = /data-revision="(\d+)" data-fingerprint="([0-9a-f]+)"/

/** Opens the panel that holds the run. */
export async function openRun(page: Page): Promise<void> {
  const details = page.locator('.run-details')
  if ((await details.getAttribute('open')) === null) await details.locator('> summary').click()
}
