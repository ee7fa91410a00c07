import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { SECTIONS } from '../../src/render/runbook/sections.ts'
import { pageModel } from '../../src/site/page-model.ts'
import { BUILT_IN_PAGES } from '../support/built-in-templates.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { attribute, elements, textIn, type HtmlElement } from '../support/html-tree.ts'
import { sitePage, sitePages } from '../support/site-pages.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

const PAGES = sitePages().map((page) => [`${page.program} ${page.environment}`, page] as const)

test.each(PAGES)('%s has the sixteen sections in their order, with their doors', (_, { html }) => {
  const sections = elements(html, (element) => attribute(element, 'class') === 'section')
  expect(sections.map((section) => attribute(section, 'data-section'))).toEqual(
    SECTIONS.map(({ number }) => String(number)),
  )
  expect(sections.map((section) => attribute(section, 'data-door'))).toEqual([
    'both',
    ...Array<string>(7).fill('operate'),
    'both',
    ...Array<string>(4).fill('change'),
    'both',
    'change',
    'both',
  ])
})

test.each(PAGES)(
  '%s shows each step of the model once, and a tick for each act',
  (_, { html, runbook }) => {
    const own = pageModel(runbook).steps.filter(({ hasHeading }) => hasHeading)
    const sections = elements(html, (element) => attribute(element, 'class') === 'step')
    expect(sections.map((step) => attribute(step, 'data-step'))).toEqual(
      own.map(({ step }) => step.id),
    )
    const ticks = elements(html, (element) => attribute(element, 'data-tick') !== undefined)
    expect(ticks.map((tick) => attribute(tick, 'data-tick'))).toEqual(
      pageModel(runbook).steps.map(({ step }) => step.id),
    )
  },
)

test.each(PAGES)('%s: every id stands once, every link leads somewhere', (_, { html }) => {
  const ids = elements(html).flatMap((element) => attribute(element, 'id') ?? [])
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const targets = elements(html).flatMap((element) => attribute(element, 'href') ?? [])
  const inPage = targets.filter((target) => target.startsWith('#')).map((target) => target.slice(1))
  expect(inPage.length).toBeGreaterThan(100)
  expect(inPage.filter((id) => !ids.includes(id))).toEqual([])
  const others = targets.filter((target) => !target.startsWith('#'))
  expect(others.filter((target) => !/^(?:https:|mailto:|[a-z-]+\.html$)/.test(target))).toEqual([])
})

test('the contents name no step that a template of the team leaves out', () => {
  const templates = { ...BUILT_IN_PAGES.templates, fix: 'See the wiki.\n' }
  const { html } = sitePage('lead-sync', 'prod-emea', exampleWorkspace(), {
    ...BUILT_IN_PAGES,
    templates,
  })
  const named = (section: string): number =>
    elements(html, (element) => attribute(element, 'data-section') === section)
      .filter(({ tagName }) => tagName === 'li')
      .flatMap((entry) => elements(entry, (element) => element.tagName === 'a')).length
  expect(named('4')).toBe(1)
  expect(named('3')).toBe(10)
})

test.each(PAGES)('%s: every block of code is there to be copied', (_, { html }) => {
  const blocks = elements(html, ({ tagName }) => tagName === 'pre')
  expect(blocks.length).toBeGreaterThan(60)
  const loose = blocks.filter((pre) => !isCopied(pre) && !isDrawing(pre))
  expect(loose.map(textIn)).toEqual([])
})

function isCopied({ parentNode }: HtmlElement): boolean {
  return parentNode !== null && 'attrs' in parentNode && attribute(parentNode, 'data-copy') === ''
}

function isDrawing(pre: HtmlElement): boolean {
  return elements(pre).some((code) => attribute(code, 'class') === 'language-mermaid')
}

test('the policy of a page forbids everything that is not in it', () => {
  const [first] = PAGES
  const html = first?.[1].html ?? ''
  const policies = elements(html, (element) => attribute(element, 'http-equiv') !== undefined)
  expect(policies.map((meta) => attribute(meta, 'content'))[0]).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'none'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'$/,
  )
  const document: DefaultTreeAdapterTypes.Document = parse(html)
  expect(document.mode).toBe('no-quirks')
})

test('a name that hides something shows it, and is text wherever it stands', () => {
  const title = 'A\u202e<b>\nZ'
  const { html } = sitePage(
    'lead-sync',
    'prod-emea',
    spoiledWorkspace(['title: Lead sync to the CRM', `title: ${JSON.stringify(title)}`]),
  )
  const shown = elements(html, ({ tagName }) => ['title', 'h1'].includes(tagName)).map(textIn)
  expect(shown.slice(0, 2)).toEqual([
    'A\\u{202e}<b>\\nZ: prod-emea, revision 7',
    'A\\u{202e}<b>\\nZ: prod-emea',
  ])
})
