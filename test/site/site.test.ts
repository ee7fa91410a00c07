import { expect, test } from 'vitest'
import { compileProgram } from '../../src/compile/compile-program.ts'
import { renderIndex } from '../../src/site/index-page.ts'
import { indexEntries } from '../../src/site/index-entries.ts'
import { htmlTags } from '../../src/site/html-tags.ts'
import { sharedFiles, sitePage, type SiteInput } from '../../src/site/render-site.ts'
import type { SitePage } from '../../src/site/site-page.ts'
import { BUILT_IN_PAGES } from '../support/built-in-templates.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { PAGE_CSS } from '../support/site-pages.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

const ASSETS = {
  css: PAGE_CSS,
  plainCss: '',
  pageScript: '',
  playgroundScript: '',
  xmlScript: '',
  indexScript: '',
  liveScript: '',
}

function inputOf(id: string, workspace = exampleWorkspace()): SiteInput {
  const { project, leads } = workspace
  const family = workspace.programs.find((candidate) => candidate.id === id)
  if (family === undefined || project === undefined) throw new Error(`no ${id}`)
  return {
    family,
    compiled: family.deployments.map(({ program }) => compileProgram(program)),
    project,
    sample: leads.find(({ name }) => name === 'plain'),
    pages: BUILT_IN_PAGES,
    hidden: [],
  }
}

function pagesOf(input: SiteInput): readonly SitePage[] {
  return input.compiled.map((compiled) => sitePage(compiled, input, ASSETS))
}

const LEAD_SYNC = pagesOf(inputOf('lead-sync'))
const INDEX = renderIndex({ project: 'acme', pages: LEAD_SYNC, assets: ASSETS })

test('latest.json says of every environment what its page says', () => {
  const input = inputOf('lead-sync')
  const files = new Map(sharedFiles(input, ASSETS).map(({ path, content }) => [path, content]))
  const latest: Readonly<Record<string, unknown>> = JSON.parse(
    files.get('lead-sync/latest.json') ?? '',
  )
  expect(Object.keys(latest)).toEqual(['prod-apac', 'prod-emea', 'sandbox-emea'])
  expect(latest['prod-emea']).toEqual({
    revision: 7,
    fingerprint: '2047e4beb314',
    reviewDue: '2027-05-25',
  })
  expect(LEAD_SYNC.find(({ file }) => file === 'lead-sync/prod-emea.html')?.html).toContain(
    'data-fingerprint="2047e4beb314"',
  )
})

test('where nobody has stated a review, latest.json states none', () => {
  const [, latest] = sharedFiles(inputOf('lead-sync-legacy'), ASSETS)
  expect(latest?.content).not.toContain('reviewDue')
})

test('the index has every page with its state', () => {
  for (const words of [
    'prod-emea',
    'production',
    'marketing-ops',
    '2047e4beb314',
    'by nobody yet',
    '2026-11-26',
    '2027-05-25',
  ])
    expect(INDEX).toContain(words)
  const hrefs = htmlTags(INDEX).flatMap(({ attributes }) => attributes.get('href')?.value ?? [])
  for (const { file } of LEAD_SYNC) expect(hrefs).toContain(file)
  expect(hrefs).toContain('lead-sync/contract.html')
})

test.each([
  ['0. Stamp', 'section'],
  ['4.8 Repair the endpoint', 'step'],
  ['1001 empty response', 'symptom'],
  ['CRM Lead Sync', 'webhook'],
  ['99 Sync failed', 'campaign'],
  ['Sync Status', 'field'],
  ['Email Address', 'field'],
])('%s can be found, once, as a %s', (title, kind) => {
  const found = indexEntries(LEAD_SYNC).filter(
    (entry) => entry.title === title && entry.where === `${kind} of lead-sync`,
  )
  expect(found).toHaveLength(1)
  expect(found[0]?.pages.map(({ environment }) => environment)).toEqual([
    'prod-apac',
    'prod-emea',
    'sandbox-emea',
  ])
  expect(found[0]?.words).toContain(title.toLowerCase())
  expect(found[0]?.words).toBe(found[0]?.words.toLowerCase())
})

test('a step is found by its id, a symptom by its cause, a webhook by its URL', () => {
  const words = indexEntries(LEAD_SYNC).map((entry) => entry.words)
  expect(words.some((text) => text.includes('fix.endpoint'))).toBe(true)
  expect(words.some((text) => text.includes('without a body'))).toBe(true)
  expect(words.some((text) => text.includes('crm-gateway.example.com/v1/leads'))).toBe(true)
})

test('the list and the data of the search are the same, in the same order', () => {
  const data: readonly { readonly title: string }[] = JSON.parse(
    /<script type="application\/json" id="index-data">([\s\S]*?)<\/script>/.exec(INDEX)?.[1] ?? '',
  )
  const list = INDEX.slice(INDEX.indexOf('<ul id="entries">'))
  const items = [...list.matchAll(/<li><a href="[^"]*">([^<]*)<\/a>/g)].map(([, title]) => title)
  expect(data.map(({ title }) => title.replaceAll('&', '&#x26;'))).toEqual(items)
  expect(data.length).toBeGreaterThan(100)
})

test('nothing of a lead is on the index', () => {
  const lead = exampleWorkspace().leads.find(({ name }) => name === 'plain')
  const values = Object.values(lead?.values ?? {}).filter((value) => String(value).length > 5)
  expect(values.length).toBeGreaterThan(3)
  expect(values.filter((value) => INDEX.includes(String(value)))).toEqual([])
})

test('hostile names end no element of the index', () => {
  const name = '</script><script>alert(1)</script>'
  const workspace = spoiledWorkspace(
    ['name: 01 Sync to CRM', `name: "${name}"`],
    ['title: Lead sync to the CRM', `title: "${name}"`],
  )
  const pages = pagesOf(inputOf('lead-sync', workspace))
  const index = renderIndex({ project: name, pages, assets: ASSETS })
  expect(htmlTags(index).filter((tag) => tag.name === 'script')).toHaveLength(1)
})
