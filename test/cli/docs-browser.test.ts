import { AxeBuilder } from '@axe-core/playwright'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundBrowser, launchBrowser, NO_BROWSER } from '../support/browser.ts'

/** The text of a PDF, where there is a program that knows it. */
function textOf(pdf: string): string | undefined {
  const { status, stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}

const BIN = resolve('dist/bin.cjs')
const MINUTES = 60_000

describe.skipIf(NO_BROWSER)('pages in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-docs-'))
  const program = join(folder, 'programs/lead-sync/program.yaml')
  const started: ChildProcess[] = []
  let browser: Browser | undefined

  beforeAll(async () => {
    await hookbook('init')
    browser = await launchBrowser()
  }, 2 * MINUTES)

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL')
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test(
    'a page that is open loads again when its definition changes, shows what is wrong, and comes back',
    async () => {
      const { child, origin } = await serve()
      const page = await opened()
      const problems: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text())
      })
      await page.goto(`${origin}/lead-sync/live.html`)
      const text = readFileSync(program, 'utf8')
      writeFileSync(program, text.replace('title: Lead sync to the CRM', 'title: Something else'))
      await page.locator('h1', { hasText: 'Something else' }).waitFor()
      writeFileSync(program, text.replace('revision: 1', 'revision: one'))
      await page.getByText('These pages cannot be shown').waitFor()
      await page.getByText('"one" stands where a whole number').waitFor()
      writeFileSync(program, text)
      await page.locator('h1', { hasText: 'Lead sync to the CRM' }).waitFor()
      expect(problems.filter((problem) => problem.includes('Content Security Policy'))).toEqual([])
      child.kill('SIGINT')
      expect(await new Promise((end) => child.once('exit', end))).toBe(0)
      expect(existsSync(join(folder, 'site'))).toBe(false)
    },
    2 * MINUTES,
  )

  test(
    'the index opens from a disk, asks nobody for anything, is whole without scripts, and axe finds nothing to mend',
    async () => {
      await hookbook('docs', 'build')
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await opened({ colorScheme })
        const requests: string[] = []
        page.on('request', (request) => requests.push(request.url()))
        const url = pathToFileURL(join(folder, 'site/index.html')).href
        await page.goto(url)
        expect(requests).toEqual([url])
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      }
      const searched = await opened()
      await searched.goto(pathToFileURL(join(folder, 'site/index.html')).href)
      await searched.keyboard.press('/')
      await searched.keyboard.type('repair endpoint')
      await searched.getByRole('status').getByText('found').first().waitFor()
      await searched.keyboard.press('Enter')
      await searched.waitForURL(/live\.html#.*repair-the-endpoint$/)
      const page = await opened({ javaScriptEnabled: false })
      await page.goto(pathToFileURL(join(folder, 'site/index.html')).href)
      await page.locator('#entries').getByRole('link', { name: '1001 empty response' }).click()
      await page.locator('h1', { hasText: 'live' }).waitFor()
      expect(new URL(page.url()).hash).toBe('#2-symptom-cause-fix')
    },
    2 * MINUTES,
  )

  test(
    'a page is printed with its identity on every sheet, twice to the same bytes',
    async () => {
      await hookbook('docs', 'build', '--env', 'live', '--pdf', '--out', 'first')
      await hookbook('docs', 'build', '--env', 'live', '--pdf', '--out', 'second')
      const first = readFileSync(join(folder, 'first/lead-sync/live.pdf'))
      const second = readFileSync(join(folder, 'second/lead-sync/live.pdf'))
      expect(first.equals(second)).toBe(true)
      const text = first.toString('latin1')
      expect(text.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(10)
      expect(text).toMatch(/\/Title \(Lead sync to the CRM: live/)
      expect(text.includes(folder)).toBe(false)
      const words = textOf(join(folder, 'first/lead-sync/live.pdf'))
      if (words === undefined) return
      const sheets = words.split('\f').filter((sheet) => sheet.trim() !== '')
      for (const [index, sheet] of sheets.entries()) {
        expect(sheet).toContain('Lead sync to the CRM: live')
        expect(sheet).toContain(`page ${index + 1} of ${sheets.length}`)
        expect(sheet).toMatch(/lead-sync, live · fingerprint [0-9a-f]{12}/)
      }
      expect(words).toContain('Initials')
    },
    2 * MINUTES,
  )

  async function opened(options: BrowserContextOptions = {}): ReturnType<Browser['newPage']> {
    if (browser === undefined) throw new Error('no browser')
    return (await browser.newContext(options)).newPage()
  }

  function start(...words: readonly string[]): ChildProcess {
    const environment = { ...process.env, HOOKBOOK_BROWSER: foundBrowser() }
    const child = spawn(process.execPath, [BIN, ...words], { cwd: folder, env: environment })
    started.push(child)
    return child
  }

  async function hookbook(...words: readonly string[]): Promise<void> {
    const child = start(...words)
    let errors = ''
    child.stderr?.on('data', (chunk) => (errors += String(chunk)))
    const exitCode = await new Promise((end) => child.once('exit', end))
    if (exitCode !== 0)
      throw new Error(`hookbook ${words.join(' ')} ended with ${exitCode}: ${errors}`)
  }

  async function serve(): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
    const child = start('docs', 'serve', '--port', '0')
    let printed = ''
    const origin = await new Promise<string>((found, failed) => {
      child.stdout?.on('data', (chunk) => {
        printed += String(chunk)
        const [address] = /http:\/\/127\.0\.0\.1:[0-9]+/.exec(printed) ?? []
        if (address !== undefined) found(address)
      })
      child.once('exit', (code) => failed(new Error(`ended with ${code}: ${printed}`)))
    })
    return { child, origin }
  }
})
