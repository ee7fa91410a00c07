import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Diagnostic, ToldRun } from '../../diagnostic/finding.ts'
import { bySeverity } from '../by-severity.ts'
import { codeFrame } from '../code-frame.ts'
import { locate, showPlace } from '../locate.ts'
import type { Report } from '../report.ts'
import { copyable, shown } from './nodes.ts'
import { wireBytes } from './wire-bytes.ts'

/** Everything that was found, the most serious first. */
export function findingsSection(report: Report): Element {
  const articles = bySeverity(report.diagnostics).map((finding, nth) =>
    article(finding, nth, report),
  )
  return h('section#findings', { ariaLabelledBy: 'findings-title' }, [
    h('h2#findings-title', 'Findings'),
    ...(articles.length === 0 ? [h('p.empty', 'Nothing was found.')] : articles),
  ])
}

function article(finding: Diagnostic, nth: number, report: Report): Element {
  const { severity, rule, message, counterexample, evidence } = finding
  const id = `finding-${nth + 1}`
  return h('article', { id, className: ['finding', severity], ariaLabelledBy: `${id}-title` }, [
    h('header', [
      h('p.rule', [
        h('span', { className: ['badge', severity] }, severity),
        h('code', shown(rule)),
      ]),
      h('h3', { id: `${id}-title` }, shown(message)),
    ]),
    frame(finding, report),
    h(
      'dl.notes',
      notesOf(finding, report).flatMap(([label, value]) => [h('dt', label), h('dd', [...value])]),
    ),
    ...(counterexample === undefined ? [] : witness(counterexample)),
    ...(evidence === undefined ? [] : showEvidence(evidence)),
  ])
}

type Note = readonly [label: string, value: readonly ElementContent[]]

function notesOf(finding: Diagnostic, report: Report): readonly Note[] {
  const { effect, help, setBy = [], related = [], assumptions = [], run } = finding
  const place = (entry: { readonly at: Diagnostic['at']; readonly message: string }): Element =>
    h('div', [
      h('code', shown(showPlace(locate(entry.at, report.files)))),
      ` ${shown(entry.message)}`,
    ])
  return [
    ...note('Smallest lead', leadOf(finding)),
    ...note('Effect', texts(effect)),
    ...note('Run', run === undefined ? [] : [runList(run)]),
    ...note(
      'Only if',
      assumptions.length === 0
        ? []
        : texts(`${assumptions.join(', ')} (not documented, not pinned)`),
    ),
    ...note('Fix', texts(help)),
    ...note('Set by', setBy.map(place)),
    ...note('See', related.map(place)),
    ...note('More', [h('code', shown(`hookbook explain ${finding.rule}`))]),
  ]
}

/** What happens, step by step. */
function runList({ steps, breach }: ToldRun): Element {
  return h('div', [
    h(
      'ol',
      steps.map(({ sentence }) => h('li', shown(sentence))),
    ),
    h('p', shown(breach)),
  ])
}

function note(label: string, value: readonly ElementContent[]): readonly Note[] {
  return value.length === 0 ? [] : [[label, value]]
}

function texts(value: string | undefined): readonly ElementContent[] {
  return value === undefined ? [] : [{ type: 'text', value: shown(value) }]
}

function leadOf({ counterexample, evidence }: Diagnostic): readonly ElementContent[] {
  const lead = counterexample?.lead ?? evidence?.lead
  return lead === undefined ? [] : [leadTable(lead)]
}

function showEvidence(evidence: NonNullable<Diagnostic['evidence']>): readonly Element[] {
  const { before, after, fingerprint } = evidence
  return [
    copyable('Valid before', before),
    copyable(after === before ? 'The same is refused now' : 'Now', after),
    copyable('Fingerprint', fingerprint),
  ]
}

function leadTable(lead: NonNullable<Diagnostic['counterexample']>['lead']): Element {
  const rows = Object.entries(lead).map(([name, value]) =>
    h('tr', [
      h('th', { scope: 'row' }, shown(name)),
      h('td', value === null ? h('em', 'unset') : h('code.value', shown(JSON.stringify(value)))),
    ]),
  )
  if (rows.length === 0) return h('em', 'any lead')
  return h('table.lead', h('tbody', rows))
}

function witness(counterexample: NonNullable<Diagnostic['counterexample']>): readonly Element[] {
  return [
    wireBytes(counterexample),
    copyable('Replay', counterexample.replay),
    copyable('The same request with curl', counterexample.curl),
  ]
}

function frame({ at, label }: Diagnostic, { files }: Report): Element {
  const place = locate(at, files)
  const file = files.find(({ path }) => path === at.file)
  const lines = file === undefined ? [] : codeFrame(file, place, label)
  const name = shown(showPlace(place))
  return h('figure.frame', [
    h('figcaption', h('code', name)),
    ...(lines.length === 0
      ? []
      : [
          h(
            'pre',
            { tabIndex: 0, ariaLabel: `Source at ${name}` },
            h(
              'code',
              lines.flatMap(({ gutter, text, isMark }) => [
                h('span.gutter', gutter),
                isMark ? h('span.carets', text) : text,
                '\n',
              ]),
            ),
          ),
        ]),
  ])
}
