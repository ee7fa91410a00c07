import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { visibleText } from '../base/visible-text.ts'
import type { PageData } from '../browser/page-data.ts'
import type { PlaygroundData } from '../browser/playground/playground-data.ts'
import { reviewDue } from '../model/review.ts'
import { renderRunbook, type RunbookInput } from '../render/render-runbook.ts'
import { siteAddresses } from './addresses.ts'
import { drawBursts } from './burst-picture.ts'
import { copyBlocks } from './copy-blocks.ts'
import { drawDiagrams } from './diagrams.ts'
import { factLists } from './facts.ts'
import { firstScreen } from './first-screen.ts'
import { htmlDocument } from './html-document.ts'
import { leadIns } from './lead-ins.ts'
import { rewriteLinks } from './links.ts'
import { markdownTree } from './markdown-tree.ts'
import { contents, doors } from './navigation.ts'
import { numberHeadings } from './number-headings.ts'
import { packScript } from './pack-script.ts'
import { pageDataScript } from './page-data-script.ts'
import { pageHeader } from './page-header.ts'
import { pageModel, type PageModel, type PlacedSection } from './page-model.ts'
import { makePlayground } from './playground-data.ts'
import { playgroundSection } from './playground-section.ts'
import { referenceValues } from './reference-values.ts'
import { scrollTables } from './scroll-tables.ts'
import { sectionElements } from './sections.ts'
import { withSteps } from './steps.ts'
import { splitNotes } from './team-notes.ts'
import { idsOf } from './tree.ts'

/** A page is made from what its Markdown is made from, and from what makes it a page. */
export interface PageInput {
  readonly runbook: RunbookInput
  readonly css: string
  /** Empty for a page that needs none: nothing is missing on it. */
  readonly script: string
  /** Of the playground: packed, and run when a reader comes near. */
  readonly playgroundScript: string
  /** A part of it for pages whose webhooks send XML. */
  readonly xmlScript: string
  /** Credentials that were typed into definitions: the playground shows none. */
  readonly hidden: readonly string[]
  /** Who has attested it and when, in a few words; nobody when not given. */
  readonly attested?: string
}

/** The section that is read at night, and the one that holds every value. */
const FIRST_SCREEN = 1
const REFERENCE = 13

/** The runbook of a program in one environment as one file of HTML, from the same Markdown. */
export function renderPage(input: PageInput): string {
  const { runbook, css, script, playgroundScript, xmlScript, hidden, attested } = input
  const { compiled, sample } = runbook.context
  const model = pageModel(runbook, attested)
  const playground = makePlayground({ compiled, sample, hidden, xmlScript })
  const laterScript = script === '' ? '' : playground.script + playgroundScript
  const { program, fingerprint } = model
  const environment = program.environment.id.value
  const sections = mainSections(model)
  return htmlDocument({
    title: `${visibleText(program.title.value)}: ${environment}, revision ${program.revision.value}`,
    data: {
      dataProgram: program.id.value,
      dataEnvironment: environment,
      dataRevision: String(program.revision.value),
      dataFingerprint: fingerprint,
    },
    css,
    script,
    laterScript,
    body: [
      h('a.skip-link', { href: '#main' }, 'Skip to the content'),
      pageHeader(model),
      doors(model),
      contents(model, idsOf(sections)),
      h('main#main', [...sections]),
      dataElement(model, playground.data),
      ...(laterScript === '' ? [] : [packedElement(laterScript)]),
    ],
  })
}

function mainSections(model: PageModel): readonly ElementContent[] {
  const tree = markdownTree(renderRunbook(model.runbook))
  const blocks = drawBursts(drawDiagrams(tree, model), model)
  const addresses = siteAddresses(model.runbook)
  const sections = sectionElements(blocks, model, (section, body) =>
    sectionBody(section, body, model),
  )
  return rewriteLinks(numberHeadings(sections), addresses)
}

function sectionBody(
  section: PlacedSection,
  body: readonly ElementContent[],
  model: PageModel,
): readonly ElementContent[] {
  const { own, notes } = splitNotes(leadIns(scrollTables(factLists(body), section.title)))
  return [...ownBody(section, own, model), ...notes]
}

function ownBody(
  section: PlacedSection,
  body: readonly ElementContent[],
  model: PageModel,
): readonly ElementContent[] {
  if (section.number === FIRST_SCREEN) return firstScreen(copyBlocks(body, []), model)
  return section.number === REFERENCE
    ? [...copyBlocks(body, referenceValues(model)), ...playgroundSection(model)]
    : withSteps(body, section, model)
}

function packedElement(script: string): Element {
  return h('script', { type: 'text/plain', id: 'playground-script' }, packScript(script))
}

function dataElement(
  { program, fingerprint, steps }: PageModel,
  playground: PlaygroundData,
): Element {
  const due = reviewDue(program.review)
  const data: PageData = {
    program: program.id.value,
    environment: program.environment.id.value,
    revision: program.revision.value,
    fingerprint,
    ...(due === undefined ? {} : { reviewDue: due }),
    steps: steps.map(({ step, number }) => ({ id: step.id, number, does: step.does })),
    playground,
  }
  return h('script', { type: 'application/json', id: 'page-data' }, pageDataScript(data))
}
