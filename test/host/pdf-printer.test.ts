import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { browserPaths } from '../../src/host/browser-places.ts'
import { openPdfPrinter } from '../../src/host/node-pdf-printer.ts'
import type { PdfPrinter } from '../../src/host/pdf-printer.ts'
import { withoutDates } from '../../src/host/without-dates.ts'
import { foundBrowser, NO_BROWSER } from '../support/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PAGE = {
  html: `<!doctype html><html lang="en"><head><title>Lead sync: prod-emea</title></head>
<body><h1>First</h1><p><a href="#second">down</a><h2 id="second" style="break-before: page">Second</h2>
<script>document.body.textContent = 'planted'</script></body></html>`,
  header: ['Lead <sync>', 'prod-emea'],
  footer: 'fingerprint 904b4665cf24',
} as const

const MARKS = [
  '/MarkInfo',
  '/Type /Outlines',
  '/Title (Second)',
  '/Title (Lead sync: prod-emea)',
  '/Creator (hookbook)',
]

describe.skipIf(NO_BROWSER)('printing', () => {
  test('a page is printed twice to the same bytes, tagged, with an outline and no date', async () => {
    const { printer, close } = await open()
    const first = await printer.print(PAGE)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const second = await printer.print(PAGE)
    await close()
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
    const text = Buffer.from(first).toString('latin1')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(MARKS.filter((mark) => !text.includes(mark))).toEqual([])
    expect(text.match(/\(D:[0-9]+/g)).toEqual(['(D:20000101000000', '(D:20000101000000'])
  }, 60_000)

  test('a page that is one letter different is printed to other bytes', async () => {
    const { printer, close } = await open()
    const first = await printer.print(PAGE)
    const other = await printer.print({ ...PAGE, html: PAGE.html.replace('down', 'downs') })
    await close()
    expect(Buffer.compare(Buffer.from(first), Buffer.from(other))).not.toBe(0)
  }, 60_000)
})

test('a browser that is named and not there is said, with what to type', async () => {
  const opened = await openPdfPrinter({ HOOKBOOK_BROWSER: join(folder, 'nowhere') }, 'linux')
  expect(opened).toMatchObject({
    status: 'missing',
    reason: 'no browser was found to print PDFs with',
    help: expect.stringContaining('npx playwright-core install chromium'),
  })
})

test('a browser that does not start is named', async () => {
  const stub = join(folder, 'chromium')
  writeFileSync(stub, '#!/bin/sh\necho "install me from the store" >&2\nexit 1\n')
  chmodSync(stub, 0o755)
  const opened = await openPdfPrinter({ HOOKBOOK_BROWSER: stub }, 'linux')
  expect(opened).toMatchObject({
    status: 'failed',
    reason: `no browser to print PDFs with does start: ${stub}`,
  })
}, 60_000)

test('a browser is looked for in the usual places, the preferred one first', () => {
  const preferred = join(folder, 'preferred')
  writeFileSync(preferred, '')
  const paths = browserPaths({ CHROME_PATH: preferred }, 'linux')
  expect(paths[0]).toBe(preferred)
  expect(browserPaths({ CHROME_PATH: preferred, HOOKBOOK_BROWSER: '/x' }, 'linux')).toEqual(['/x'])
  writeFileSync(join(folder, 'Chromium'), '')
  expect(browserPaths({ PROGRAMFILES: folder }, 'win32')).toEqual([])
})

test('only the two dates of a PDF are replaced', () => {
  const pdf =
    "<</CreationDate (D:20261126143340+00'00')\n/ModDate (D:20261126143340-05'30')>> (D:2026)"
  const fixed = Buffer.from(withoutDates(Buffer.from(pdf, 'latin1'))).toString('latin1')
  expect(fixed).toBe(
    "<</CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00')>> (D:2026)",
  )
})

async function open(): Promise<{
  readonly printer: PdfPrinter
  readonly close: () => Promise<void>
}> {
  const opened = await openPdfPrinter({ HOOKBOOK_BROWSER: foundBrowser() }, process.platform)
  if (opened.status !== 'ready') throw new Error(opened.reason)
  return { printer: opened.printer, close: opened.printer.close }
}
