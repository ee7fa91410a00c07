import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { NO_BROWSER, useBrowser } from '../../support/browser.ts'
import { bundledScripts } from '../../support/page-script.ts'

const TITLES = [
  'Create the webhook',
  'CRM Lead Sync',
  '401 not authenticated',
  '<b>Sync</b> Status',
]
const INDEX = indexPage(bundledScripts().get('index.js') ?? '')
const browser = useBrowser()

/** An index with the parts that the script works on. */
function indexPage(script: string): string {
  const entries = TITLES.map((title) => ({
    title,
    words: `${title} step of lead-sync`.toLowerCase(),
  }))
  const items = entries.map(
    ({ title }, number) =>
      `<li><a href="#found-${number}">${title.replaceAll('<', '&lt;')}</a></li>`,
  )
  const data = JSON.stringify(entries).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="en"><title>Runbooks</title>
    <header class="page-header"><h1>Runbooks</h1></header>
    <table><tr><td data-review-due="2026-11-20">2026-11-20</td></tr></table>
    <ul id="entries">${items.join('')}</ul>
    <script type="application/json" id="index-data">${data}</script>
    <script>${script}</script>`
}

async function openIndex(): Promise<{ page: Page; complaints: readonly string[] }> {
  const context = await browser().newContext()
  await context.clock.setFixedTime(new Date('2026-11-26T12:00:00Z'))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: INDEX }),
  )
  await page.goto('https://runbooks.example/')
  return { page, complaints }
}

test.skipIf(NO_BROWSER)('typing shortens the list, and says how many are left', async () => {
  const { page, complaints } = await openIndex()
  await page.keyboard.press('/')
  await page.keyboard.type('sync')
  const items = page.locator('#entries li')
  expect(await items.allTextContents()).toEqual([
    'CRM Lead Sync',
    '<b>Sync</b> Status',
    'Create the webhook',
    '401 not authenticated',
  ])
  await page.keyboard.type(' crm')
  expect(await page.locator('.search-count').textContent()).toBe('1 found')
  await page.keyboard.type(' zz')
  expect(await page.locator('.search-count').textContent()).toMatch(/^Nothing found\./)
  await page.keyboard.press('Escape')
  expect(await items.allTextContents()).toEqual(TITLES)
  expect(complaints).toEqual([])
})

test.skipIf(NO_BROWSER)('arrows go through what was found, and Enter opens it', async () => {
  const { page } = await openIndex()
  await page.keyboard.press('/')
  await page.keyboard.type('c')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#found-1')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#found-0')
})

test.skipIf(NO_BROWSER)(
  'the index has its colours and says which reviews are overdue',
  async () => {
    const { page } = await openIndex()
    expect(await page.locator('td').textContent()).toBe('2026-11-20 ⚠ overdue by 6 days')
    await page.getByLabel('Colours').selectOption('dark')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  },
)
