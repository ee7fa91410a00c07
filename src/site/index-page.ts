import type { Element } from 'hast'
import { h } from 'hastscript'
import { reviewDue } from '../model/review.ts'
import type { Program } from '../model/program.ts'
import { CONTRACT_FILE } from './addresses.ts'
import { htmlDocument } from './html-document.ts'
import { indexEntries, type EntryPage, type IndexEntry } from './index-entries.ts'
import { joinScripts, type SiteAssets } from './render-site.ts'
import type { SitePage } from './site-page.ts'

export interface IndexInput {
  /** The name of the project. */
  readonly project: string
  readonly pages: readonly SitePage[]
  readonly assets: SiteAssets
}

/** The first page of the site: every program and environment, and everything that can be looked for. */
export function renderIndex({ project, pages, assets }: IndexInput): string {
  const programs = byProgram(pages)
  const entries = programs.flatMap(indexEntries)
  return htmlDocument({
    title: `${project}: runbooks of its webhooks`,
    data: {},
    css: assets.plainCss,
    script: joinScripts(assets.indexScript, assets.liveScript),
    body: [
      h('a.skip-link', { href: '#main' }, 'Skip to the content'),
      h('header.page-header', [
        h('h1', `${project}: runbooks of its webhooks`),
        h('p', [
          'Choose the program and environment that the alert names, or ',
          h('a', { href: '#find' }, 'find a symptom, step, webhook, campaign or field'),
          '.',
        ]),
      ]),
      h('main#main.index', [
        ...programs.map(programSection),
        entrySection(entries),
        dataElement(entries),
      ]),
    ],
  })
}

/** In the order of the project; a program without a page is left out. */
function byProgram(pages: readonly SitePage[]): readonly (readonly SitePage[])[] {
  const ids = new Set(pages.map((page) => programOf(page).id.value))
  return [...ids].map((id) => pages.filter((page) => programOf(page).id.value === id))
}

function programSection(pages: readonly SitePage[]): Element {
  const [first] = pages
  const program = first === undefined ? undefined : programOf(first)
  const id = program?.id.value ?? ''
  const title = program?.title.value ?? ''
  return h('section.program', { ariaLabelledby: `program-${id}` }, [
    h('h2', { id: `program-${id}` }, title),
    ...(program?.summary === undefined ? [] : [h('p', program.summary.value)]),
    h('div.table', { role: 'region', tabIndex: 0, ariaLabel: `${title}: its pages` }, [
      h('table', [
        h('thead', [
          h(
            'tr',
            COLUMNS.map((name) => h('th', { scope: 'col' }, name)),
          ),
        ]),
        h('tbody', pages.map(pageRow)),
      ]),
    ]),
    h('p', [h('a', { href: encodeURI(`${id}/${CONTRACT_FILE}`) }, `The contract of ${title}`)]),
  ])
}

const COLUMNS = [
  'Environment',
  'Stage',
  'Owner',
  'Revision',
  'Fingerprint',
  'Attested',
  'Last review',
  'Next review due',
]

function pageRow(page: SitePage): Element {
  const { environment, subscription, owner, revision, review } = programOf(page)
  return h('tr', [
    h('th', { scope: 'row' }, [h('a', { href: encodeURI(page.file) }, environment.id.value)]),
    h('td', subscription.stage.value),
    h('td', owner?.value ?? 'not named'),
    h('td', String(revision.value)),
    h('td', [h('code', page.runbook.fingerprint.slice(0, 12))]),
    h('td', page.attested),
    h('td', review?.last?.value ?? 'never stated'),
    h('td', { dataReviewDue: reviewDue(review) }, reviewDue(review) ?? 'not known'),
  ])
}

/** Complete without a script: the browser's own search finds what stands here. */
function entrySection(entries: readonly IndexEntry[]): Element {
  return h('section', { ariaLabelledby: 'find' }, [
    h('h2#find', 'Everything on these pages'),
    h('ul#entries', entries.map(entryItem)),
  ])
}

/** The title leads to one environment that has it, the names behind it to the others. */
function entryItem({ title, where, href, pages: [first, ...others] }: IndexEntry): Element {
  const also = others.flatMap((page) => [' ', environmentLink(page)])
  return h('li', [
    h('a', { href }, title),
    ' ',
    h('span.where', [
      `${where}, ${first?.environment ?? ''}`,
      ...(also.length === 0 ? [] : ['; also', ...also]),
    ]),
  ])
}

function environmentLink({ environment, href }: EntryPage): Element {
  return h('a', { href }, environment)
}

/** For the search of the script: an item of the list each, in its order. */
function dataElement(entries: readonly IndexEntry[]): Element {
  const data = entries.map(({ title, words }) => ({ title, words }))
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return h('script', { type: 'application/json', id: 'index-data' }, text)
}

function programOf({ runbook }: SitePage): Program {
  return runbook.context.compiled.program
}
