import type { Browser, BrowserType } from 'playwright-core'
import { browserPaths } from './browser-places.ts'
import type { PdfPage, PdfPrinter, PdfPrinting } from './pdf-printer.ts'
import { withoutDates } from './without-dates.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** A PDF names the agent that made it: not the system of whoever printed it. */
const AGENT = '--user-agent=hookbook'

const INSTALL_BROWSER =
  'run: npx playwright-core install chromium, or install Chrome, Chromium or Edge (Debian: apt-get install chromium), or name one with HOOKBOOK_BROWSER=<path>'

/** Opens a browser to print with. The library that drives it is an optional one, and loaded only here. */
export async function openPdfPrinter(variables: Variables, platform: string): Promise<PdfPrinting> {
  const chromium = await driver()
  if (chromium === undefined) {
    const reason = 'PDFs are printed through playwright-core, which is not installed'
    return { status: 'missing', reason, help: 'run: npm install --save-dev playwright-core' }
  }
  return launchFirst(chromium, [
    ...browserPaths(variables, platform),
    ...playwrightsOwn(chromium, variables),
  ])
}

async function driver(): Promise<BrowserType | undefined> {
  try {
    const { chromium } = await import('playwright-core')
    return chromium
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** What `playwright-core install` has put there; a browser that is named stays the only one. */
function playwrightsOwn(
  chromium: BrowserType,
  { HOOKBOOK_BROWSER: named }: Variables,
): readonly string[] {
  return named === undefined || named === '' ? [chromium.executablePath()] : []
}

/** A file of that name may be a stub that only says where to get the browser: the first that starts is taken. */
async function launchFirst(chromium: BrowserType, paths: readonly string[]): Promise<PdfPrinting> {
  const failed: string[] = []
  for (const executablePath of paths) {
    const launched = await launch(chromium, executablePath)
    if (launched.status === 'ready')
      return { status: 'ready', printer: printerOf(launched.browser) }
    if (launched.status === 'failed') failed.push(executablePath)
  }
  if (failed.length === 0)
    return {
      status: 'missing',
      reason: 'no browser was found to print PDFs with',
      help: INSTALL_BROWSER,
    }
  const reason = `no browser to print PDFs with does start: ${failed.join(', ')}`
  return { status: 'failed', reason, help: INSTALL_BROWSER }
}

type Launched =
  { readonly status: 'ready'; readonly browser: Browser } | { readonly status: 'absent' | 'failed' }

async function launch(chromium: BrowserType, executablePath: string): Promise<Launched> {
  try {
    return { status: 'ready', browser: await chromium.launch({ executablePath, args: [AGENT] }) }
  } catch (error) {
    const isAbsent =
      error instanceof Error && /ENOENT|executable doesn't exist/i.test(error.message)
    return { status: isAbsent ? 'absent' : 'failed' }
  }
}

function printerOf(browser: Browser): PdfPrinter {
  return {
    print: (page) => print(browser, page),
    close: () => browser.close(),
  }
}

/** Without scripts, for a page is complete without them, and without a network. */
async function print(browser: Browser, { html, header, footer }: PdfPage): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  try {
    const page = await context.newPage()
    await page.setContent(html)
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '14mm', bottom: '16mm', left: '14mm', right: '14mm' },
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: line(escapeHtml(header[0]), escapeHtml(header[1])),
      footerTemplate: line(escapeHtml(footer), PAGE_NUMBER),
    })
    return withoutDates(pdf)
  } finally {
    await context.close()
  }
}

const PAGE_NUMBER = 'page <span class="pageNumber"></span> of <span class="totalPages"></span>'

/** The browser gives these templates no style of the page: all that they need stands in them. */
function line(left: string, right: string): string {
  const style =
    'display:flex;justify-content:space-between;width:100%;margin:0 14mm;font:8px sans-serif;color:#444'
  return `<div style="${style}"><span>${left}</span><span>${right}</span></div>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
