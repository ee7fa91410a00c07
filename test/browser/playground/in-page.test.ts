import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visibleText } from '../../../src/base/visible-text.ts'
import { previewOf } from '../../../src/browser/playground/preview.ts'
import { inputText } from '../../../src/browser/playground/read-input.ts'
import { verdictWords } from '../../../src/browser/playground/verdict-words.ts'
import { main } from '../../../src/cli/main.ts'
import type { Situation } from '../../../src/emulate/call.ts'
import { fixtureSituation } from '../../../src/emulate/fixture-situation.ts'
import { memoryHost } from '../../../src/host/memory-host.ts'
import { packScript } from '../../../src/site/pack-script.ts'
import { launchBrowser, NO_BROWSER } from '../../support/browser.ts'
import { exampleWorkspace } from '../../support/example-programs.ts'
import { withScript } from '../../support/opened-page.ts'
import { openPlayground } from '../../support/open-playground.ts'
import { readWorkspace } from '../../support/read-workspace.ts'
import { repositoryFiles } from '../../support/repository-files.ts'
import { sitePage, sitePages, type SitePage } from '../../support/site-pages.ts'

const { leads } = exampleWorkspace()
const PAGES = sitePages().map((page) => [`${page.program} ${page.environment}`, page] as const)
const [[, FIRST] = []] = PAGES

interface Opened {
  readonly page: Page
  readonly problems: readonly string[]
}

/** For a machine that does much else. */
const PATIENT = { timeout: 15_000 }

describe.skipIf(NO_BROWSER)('the playground in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-playground-'))
  let browser: Browser | undefined

  beforeAll(async () => {
    browser = await launchBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(site: SitePage, options: BrowserContextOptions = {}): Promise<Opened> {
    return openText(withScript(site), `${site.program}.${site.environment}`, options)
  }

  async function openText(
    html: string,
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<Opened> {
    const path = join(folder, `${name}.html`)
    expect(Buffer.byteLength(html)).toBeLessThan(300_000)
    writeFileSync(path, html)
    const context = await browser?.newContext({ offline: true, ...options })
    const page = await context?.newPage()
    if (page === undefined) throw new Error('no browser')
    const problems: string[] = []
    page.on('console', (message) => problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(error.message))
    const address = pathToFileURL(path).href
    page.on('request', (request) => {
      if (request.url() !== address) problems.push(`asked for ${request.url()}`)
    })
    await page.goto(address)
    await page.locator('#playground').scrollIntoViewIfNeeded()
    return { page, problems }
  }

  test.each(PAGES)(
    '%s: every fixture lead becomes what "hookbook fire --dry-run" prints, and is judged alike',
    async (_, site) => {
      const { page, problems } = await open(site)
      const { compiled } = site.runbook.context
      const [webhook] = compiled.webhooks
      const [[...trials] = []] = openPlayground(compiled)
      if (webhook === undefined) throw new Error('no webhook')
      for (const { name, values } of leads) {
        const situation = fixtureSituation(webhook, compiled.program, values)
        await type(page, situation)
        expect(await printed(page)).toBe(await fired(site, name))
        for (const trial of trials) {
          const preview = previewOf(trial, situation)
          const block = page.locator(`[data-encoding="${trial.encoding}"]`)
          const body = preview.request?.body?.stretches.flatMap(({ glyphs }) => glyphs) ?? []
          await expect
            .poll(async () => block.locator('.playground-body').textContent(), PATIENT)
            .toBe(body.map(({ text }) => text).join(''))
          const { word, sentence, reasons } = verdictWords(preview.verdict)
          expect(await block.getAttribute('data-verdict')).toBe(preview.verdict.status)
          expect(await block.locator('.playground-word').textContent()).toBe(word)
          expect(await block.locator('.playground-sentence').textContent()).toBe(sentence)
          const told = await block.locator('.playground-reasons li').allTextContents()
          expect(told).toEqual(
            reasons.map((reason) => `${reason.sentence} ${reason.repair} ${reason.check}`),
          )
        }
      }
      expect(problems).toEqual([])
    },
    120_000,
  )

  test('says what would break, and that it depends on what nobody knows', async () => {
    const { page } = await openFirst()
    await page.getByLabel('lead.First Name').fill('Smith "Widgets"')
    const none = page.locator('[data-encoding="None"]')
    await expect
      .poll(() => none.locator('.playground-reasons').textContent(), PATIENT)
      .toContain('not JSON')
    expect(await page.locator('.playground-questions').first().textContent()).toContain(
      'html-encoding',
    )
  })

  test('a press puts an awkward value into the field that was used last', async () => {
    const { page } = await openFirst()
    const name = page.getByLabel('lead.Last Name')
    await name.focus()
    await page.getByRole('button', { name: 'a line break' }).press('Enter')
    await page.getByRole('button', { name: 'a quote' }).press('Enter')
    expect(await name.inputValue()).toBe('Doe\n"')
    expect(await chosenBody(page).textContent()).toContain('"lastName": "Doe \\""')
    await page.getByRole('button', { name: 'Back to the example' }).click()
    expect(await name.inputValue()).toBe('Doe')
  })

  test('a value that is no value is told, and the last request stays', async () => {
    const { page } = await openFirst()
    const score = page.getByLabel('lead.Lead Score')
    const before = await chosenBody(page).textContent()
    await score.fill('many')
    expect(await score.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.playground-stale').isVisible()).toBe(true)
    expect(await chosenBody(page).textContent()).toBe(before)
    await score.fill('7')
    expect(await page.locator('.playground-stale').isVisible()).toBe(false)
    expect(await chosenBody(page).textContent()).toContain('"score": 7')
  })

  test('what is typed is text and nothing else', async () => {
    const { page, problems } = await openFirst()
    const attack = '</code><script>globalThis.planted = true</script><img src=x onerror=alert(1)>'
    await page.getByLabel('lead.First Name').fill(attack)
    expect(await page.locator('#playground :is(script, img)').count()).toBe(0)
    expect(await page.evaluate("'planted' in globalThis")).toBe(false)
    expect(await chosenBody(page).textContent()).toContain(JSON.stringify(attack))
    expect(problems).toEqual([])
  })

  test('a new verdict is spoken once the reader pauses', async () => {
    const { page } = await openFirst()
    await page.getByLabel('lead.Id').fill('0')
    await expect
      .poll(() => page.locator('#spoken').textContent(), PATIENT)
      .toContain('Refused: Because of {{lead.Id}}, the request schema refuses it')
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['dark', 360],
  ] as const)('anybody can use it: %s, %d wide', async (colorScheme, width) => {
    const { page } = await openFirst({ colorScheme, viewport: { width, height: 800 } })
    await page.getByLabel('lead.First Name').fill('a\u200db')
    await page.locator('details[data-encoding="None"] > summary').click()
    const { violations } = await new AxeBuilder({ page }).include('#playground').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    const wide = "document.querySelector('#playground').scrollWidth > innerWidth"
    expect(await page.evaluate(wide)).toBe(false)
  })

  test('a page with several webhooks lets the reader choose, and reads XML where one sends it', async () => {
    const { page, problems } = await open(withXmlWebhook())
    await page.getByLabel('Webhook', { exact: true }).selectOption('Order in XML')
    const first = page.getByLabel('lead.First Name')
    await first.fill('Jane & Co')
    const chosen = page.locator('.playground-outputs > div')
    expect(await chosen.locator('.playground-body').textContent()).toBe('<a>Jane & Co</a>')
    expect(await chosen.locator('.playground-reasons').textContent()).toContain('not XML')
    await first.fill('Jane')
    expect(await chosen.getAttribute('data-verdict')).toBe('accepted')
    await page.getByLabel('Webhook', { exact: true }).selectOption('CRM Lead Sync')
    expect(await chosenBody(page).textContent()).toContain('"firstName": "Jane"')
    expect(problems).toEqual([])
  })

  test('the policy of the page runs the script that was packed and no other', async () => {
    if (FIRST === undefined) throw new Error('no page')
    const evil = packScript('globalThis.planted = true')
    const html = withScript(FIRST).replace(
      /(id="playground-script">)[^<]*/,
      (_all, start: string) => start + evil,
    )
    const { page, problems } = await openText(html, 'planted')
    await expect.poll(() => problems.join('\n'), PATIENT).toContain('Content Security Policy')
    expect(await page.evaluate("'planted' in globalThis")).toBe(false)
    expect(await page.locator('#playground [data-without-script]').isVisible()).toBe(true)
  })

  test('without scripts a sentence says how to see as much', async () => {
    const { page } = await openFirst({ javaScriptEnabled: false })
    const section = page.locator('#playground')
    expect(await section.innerText()).toContain('hookbook fire lead-sync --env sandbox-emea')
    expect(await section.locator('input, textarea, select, button').count()).toBe(0)
  })

  async function openFirst(options: BrowserContextOptions = {}): Promise<Opened> {
    if (FIRST === undefined) throw new Error('no page')
    const opened = await open(FIRST, options)
    if (options.javaScriptEnabled !== false) await chosenBody(opened.page).waitFor()
    return opened
  }
})

/** A second webhook, whose endpoint takes XML. */
function withXmlWebhook(): SitePage {
  const path = 'programs/lead-sync/program.yaml'
  const second = `
  order:
    marketo: {name: Order in XML}
    url: https://crm-gateway.example.com/v1/orders
    method: POST
    tokenEncoding: None
    responseType: None
    headers: {Content-Type: application/xml}
    template: <a>{{lead.First Name}}</a>
  crm-lead-sync:`
  const text = (FILES[path] ?? '').replace('\n  crm-lead-sync:', second)
  return sitePage(
    'lead-sync',
    'prod-emea',
    readWorkspace('programs/project.yaml', new Map([[path, text]])),
  )
}

function chosenBody(page: Page): Locator {
  return page.locator('.playground-outputs > div .playground-body')
}

/** Types what differs, as a person would, but all at once. */
async function type(page: Page, situation: Situation): Promise<void> {
  await chosenBody(page).waitFor()
  const texts = Object.fromEntries([...situation].map(([key, value]) => [key, inputText(value)]))
  await page.evaluate(
    `for (const [key, text] of Object.entries(${JSON.stringify(texts)})) {
       const row = [...document.querySelectorAll('.playground-row')].find(({ dataset }) => dataset.token === key)
       const control = row.querySelector('input, select, textarea')
       if (control.value === text) continue
       control.value = text
       control.dispatchEvent(new Event('input', { bubbles: true }))
     }`,
  )
}

/** The page's request and command, written as the command line writes them. */
async function printed(page: Page): Promise<string> {
  const block = page.locator('.playground-outputs > div')
  const head = await block.locator('.playground-head code').textContent()
  const body = await block.locator('.playground-body').textContent()
  const request = `${head}\n\n${body}`.split('\n').map(visibleText).join('\n').trimEnd()
  return `${request}\n\n${await block.locator('.playground-curl').textContent()}\n`
}

async function fired({ program, environment }: SitePage, lead: string): Promise<string> {
  const host = memoryHost({ files: FILES, seed: 1 })
  const words = ['fire', program, '--env', environment, '--lead', lead, '--dry-run']
  expect(await main(words, host)).toBe(0)
  return host.output().stdout
}

const FILES = repositoryFiles()
