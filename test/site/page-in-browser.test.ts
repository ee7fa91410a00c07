import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, NO_BROWSER } from '../support/browser.ts'
import { sitePages } from '../support/site-pages.ts'

const SCREEN = { width: 1280, height: 800 } as const
/** A4 within its margins, in the pixels of a browser. */
const PAPER = { width: 688, height: 1009 } as const

const folder = mkdtempSync(join(tmpdir(), 'hookbook pages '))
const PAGES = sitePages().map(
  ({ program, environment, html }) => [`${program} ${environment}`, html] as const,
)
/** One of each program: the environments of a program differ in names only. */
const SOME = PAGES.filter(([name]) => /prod-(?:emea|consumer)$/.test(name))
const LEAD_SYNC = SOME.filter(([name]) => name.startsWith('lead-sync '))

describe.skipIf(NO_BROWSER)('a page in a browser, from the disk', { timeout: 240_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Without a network; every request that is not the page itself is noted. */
  async function open(
    html: string,
    options: BrowserContextOptions = {},
  ): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
    const file = join(folder, 'page.html')
    writeFileSync(file, html)
    const context = await browser.newContext({ viewport: SCREEN, offline: true, ...options })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    return { page, asked: asked.filter((url) => url !== pathToFileURL(file).href) }
  }

  async function bottomOf(page: Page, selector: string): Promise<number> {
    const box = await page.locator(selector).boundingBox()
    if (box === null || box.y < 0) throw new Error(`${selector} is not to be seen`)
    return box.y + box.height
  }

  test.each(PAGES)('%s: the first screen needs no scrolling', async (_, html) => {
    const { page } = await open(html)
    for (const selector of ['h1', '.chips', '#door-operate', '#door-change', '.cards'])
      expect(await bottomOf(page, selector), selector).toBeLessThanOrEqual(SCREEN.height)
    await page.context().close()
  })

  test.each(PAGES)('%s: the first screen fits on the first printed page', async (_, html) => {
    const { page } = await open(html, { viewport: PAPER })
    await page.emulateMedia({ media: 'print' })
    expect(await bottomOf(page, '.cards')).toBeLessThanOrEqual(PAPER.height)
    await page.context().close()
  })

  test.each(SOME)('%s is complete without scripts, and asks for nothing', async (_, html) => {
    const { page, asked } = await open(html, { javaScriptEnabled: false })
    const unseen = await page.evaluate(UNSEEN)
    expect(unseen).toEqual([])
    expect(await page.locator('[hidden], button').count()).toBe(0)
    expect(asked).toEqual([])
    await page.context().close()
  })

  test.each(SOME)(
    '%s: on paper the answers are open, and nothing is to be clicked',
    async (_, html) => {
      const { page } = await open(html, { javaScriptEnabled: false, colorScheme: 'dark' })
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const answers = page.locator('main details')
      for (const answer of await answers.all())
        expect((await answer.boundingBox())?.height).toBeGreaterThan(30)
      for (const selector of ['.doors', '.contents', '.skip-link'])
        expect(await page.locator(selector).isVisible(), selector).toBe(false)
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      )
      await page.context().close()
    },
  )

  const MEDIA = ['light', 'dark', 'print'] as const

  test.each(
    LEAD_SYNC.flatMap(([name, html]) => MEDIA.map((media) => [name, media, html] as const)),
  )('%s has no fault of access in %s', async (_, media, html) => {
    const { page } = await open(html, { colorScheme: media === 'dark' ? 'dark' : 'light' })
    if (media === 'print') await page.emulateMedia({ media: 'print' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: at }) => at)])).toEqual([])
    await page.context().close()
  })

  test.each([
    ['a narrow phone', 320, 640],
    ['200 % of a small window', 640, 400],
    ['a tablet', 800, 1000],
    ['a wide screen', 1920, 1080],
  ])('on %s nothing scrolls sideways', async (_, width, height) => {
    for (const [name, html] of SOME) {
      const { page } = await open(html, { viewport: { width, height } })
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width)
      await page.context().close()
    }
  })
})

/** Texts of the sections that nobody can see: what is folded in an answer can be unfolded. */
const UNSEEN = `[...document.querySelectorAll('main :is(p, li, td, th, dt, dd, code, h2, h3, h4, h5)')]
  .filter((element) => element.closest('details') === null && element.textContent.trim() !== '')
  .filter((element) => !element.checkVisibility() || element.getBoundingClientRect().height === 0)
  .map((element) => element.textContent)`
