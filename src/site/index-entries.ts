import type { CompiledProgram } from '../compile/compiled-program.ts'
import { symptomRows } from '../render/runbook/symptom-rows.ts'
import { anchorsOf } from './html-tags.ts'
import { headingId } from './heading-key.ts'
import { pageModel, type PageModel } from './page-model.ts'
import { plainWords } from './plain-words.ts'
import type { SitePage } from './site-page.ts'

/** Something that a reader may look for, and where it stands. Nothing of a lead is in it. */
export interface IndexEntry {
  readonly title: string
  /** What it is, and of which program: `step of lead-sync`. */
  readonly where: string
  /** In the first of these pages. */
  readonly href: string
  /** All that it is found by, in lower case. */
  readonly words: string
  /** The environments whose pages have it, and where. */
  readonly pages: readonly EntryPage[]
}

export interface EntryPage {
  readonly environment: string
  readonly href: string
}

/** A place of a page: its heading is the address, and is left out where a team's template has no such heading. */
interface Place {
  readonly kind: string
  readonly title: string
  readonly heading: string
  /** More words that it is found by. */
  readonly more?: string
}

const SYMPTOMS = 2
const REFERENCE = 13

/**
 * What can be found on the pages of a program: sections, steps, symptoms, webhooks, campaigns and fields.
 * What several environments have is one entry.
 */
export function indexEntries(pages: readonly SitePage[]): readonly IndexEntry[] {
  const entries = new Map<string, IndexEntry>()
  for (const entry of productionFirst(pages).flatMap(pageEntries)) {
    const key = `${entry.where} ${entry.title}`
    const first = entries.get(key)
    entries.set(
      key,
      first === undefined ? entry : { ...first, pages: [...first.pages, ...entry.pages] },
    )
  }
  return [...entries.values()].map(withEnvironments)
}

/** Whoever is awake because of it, is so because of people. */
function productionFirst(pages: readonly SitePage[]): readonly SitePage[] {
  const isProduction = ({ runbook }: SitePage): boolean =>
    runbook.context.compiled.program.subscription.stage.value === 'production'
  return [...pages.filter(isProduction), ...pages.filter((page) => !isProduction(page))]
}

/** Whoever types the name of an environment finds what it has. */
function withEnvironments(entry: IndexEntry): IndexEntry {
  const environments = entry.pages.map(({ environment }) => environment.toLowerCase())
  return { ...entry, words: [entry.words, ...environments].join(' ') }
}

function pageEntries({ file, html, runbook }: SitePage): readonly IndexEntry[] {
  const model = pageModel(runbook)
  const { id, environment } = model.program
  const anchors = anchorsOf(html)
  return placesOf(model).map(({ kind, title, heading, more }) => {
    const anchor = headingId(heading)
    const where = `${kind} of ${id.value}`
    const href = encodeURI(file) + (anchors.has(anchor) ? `#${encodeURIComponent(anchor)}` : '')
    return {
      title,
      where,
      href,
      words: [title, where, ...(more === undefined ? [] : [more])].join(' ').toLowerCase(),
      pages: [{ environment: environment.id.value, href }],
    }
  })
}

function placesOf(model: PageModel): readonly Place[] {
  return [
    ...model.sections.map(({ heading }) => ({ kind: 'section', title: heading, heading })),
    ...symptomPlaces(model),
    ...stepPlaces(model),
    ...thingPlaces(model),
  ]
}

function stepPlaces({ steps }: PageModel): readonly Place[] {
  return steps
    .filter(({ hasHeading }) => hasHeading)
    .map(({ step, number, heading }) => ({
      kind: 'step',
      title: `${number} ${step.does}`,
      heading,
      more: step.id,
    }))
}

function symptomPlaces(model: PageModel): readonly Place[] {
  const heading = headingOf(SYMPTOMS, model)
  return symptomRows(model.runbook.context).map(({ symptom, cause }) => ({
    kind: 'symptom',
    title: plainWords(symptom),
    heading,
    more: plainWords(cause),
  }))
}

/** What has a name in Marketo. */
function thingPlaces(model: PageModel): readonly Place[] {
  const { compiled } = model.runbook.context
  const { campaigns } = compiled.program
  return [
    ...compiled.webhooks.map(({ id, name, url }) => ({
      kind: 'webhook',
      title: name,
      heading: `Webhook ${name}: every value`,
      more: `${id} ${url.text.value}`,
    })),
    ...campaigns.map(({ id, name }) => ({
      kind: 'campaign',
      title: name.value,
      heading: `Campaign ${name.value}: every value`,
      more: id.value,
    })),
    ...fieldNames(compiled).map((title) => ({
      kind: 'field',
      title,
      heading: headingOf(REFERENCE, model),
    })),
  ]
}

/** The fields that the program brings, sends or writes, each once. */
function fieldNames({ program, webhooks }: CompiledProgram): readonly string[] {
  const sent = webhooks.flatMap(({ url, template }) =>
    [...url.parts, ...(template?.parts ?? [])].flatMap((part) =>
      part.kind === 'token' && part.field !== undefined ? [part.field.displayName] : [],
    ),
  )
  const written = webhooks.flatMap(({ mappings }) =>
    mappings.flatMap(({ field }) => (field === undefined ? [] : [field.displayName])),
  )
  const brought = program.fields.map(({ displayName }) => displayName.value)
  return [...new Set([...brought, ...written, ...sent])]
}

function headingOf(number: number, { sections }: PageModel): string {
  return sections.find((section) => section.number === number)?.heading ?? ''
}
