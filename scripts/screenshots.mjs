/** Takes the pictures of docs/images from the example programs, in the browser that the tests use. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PAGE = 'lead-sync/prod-emea.html'
const BURST = 'burst.html'
const SETTLED_MS = 3000
const SCREEN = { width: 1280, height: 800 }
/** Half a sheet of A4 at 96 dots an inch. */
const SHEET = { width: 794, height: 560 }

/** What stands at the top of each picture, and how the page is looked at. */
const PICTURES = [
  { name: 'operate', hash: '', at: 'header' },
  { name: 'set-up', hash: '#9-set-up-from-nothing', at: 'section[data-section="9"]' },
  { name: 'dialog', hash: '#951-create-the-webhook-crm-lead-sync', at: stepOf('dialog') },
  { name: 'playground', hash: '#playground', at: '#playground', colorScheme: 'dark' },
  { name: 'burst', page: BURST, hash: '', at: 'body', viewport: { width: 1000, height: 820 } },
  { name: 'print', hash: '', at: stepOf('headers'), media: 'print', viewport: SHEET },
]

const folder = mkdtempSync(join(tmpdir(), 'hookbook-pictures-'))
try {
  build(folder)
  await takeAll(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function stepOf(dialog) {
  return `section[data-step="webhook.crm-lead-sync.${dialog}"]`
}

function build(out) {
  hookbook('docs', 'build', 'lead-sync', '--out', out)
  const latency = ['--latency', 'p50=80ms,p99=900ms']
  const format = ['--format', `html:${join(out, BURST)}`]
  hookbook('simulate', 'burst', 'lead-sync', '--env', 'prod-emea', ...latency, ...format)
}

function hookbook(...words) {
  const args = [join('dist', 'bin.cjs'), ...words]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

async function takeAll(site) {
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  for (const picture of PICTURES) {
    await take(browser, pathToFileURL(join(site, picture.page ?? PAGE)).href, picture)
  }
  await browser.close()
}

async function take(browser, address, { name, hash, at, media, colorScheme, viewport = SCREEN }) {
  const page = await browser.newPage({ viewport, colorScheme: colorScheme ?? 'light' })
  await page.goto(address + hash)
  if (media !== undefined) await page.emulateMedia({ media })
  const place = page.locator(at).first()
  await place.waitFor()
  // What the script adds moves the page; the playground judges after a pause.
  await page.waitForTimeout(SETTLED_MS)
  await place.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.screenshot({
    path: join(ROOT, 'docs', 'images', `${name}.png`),
    animations: 'disabled',
  })
  await page.close()
  process.stdout.write(`docs/images/${name}.png\n`)
}
