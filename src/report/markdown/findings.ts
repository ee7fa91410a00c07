import type { RootContent } from 'mdast'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { bySeverity } from '../by-severity.ts'
import { locate, showPlace } from '../locate.ts'
import { runLines } from '../run/told-run.ts'
import type { Report } from '../report.ts'
import { plural } from '../summary.ts'
import { code, codeBlock, folded, heading, paragraph, table, text } from './nodes.ts'

/** A finding as readers get it: its place in words. */
export interface ShownFinding extends Pick<
  Diagnostic,
  'rule' | 'severity' | 'message' | 'effect' | 'help' | 'assumptions' | 'run'
> {
  /** `path:line:column`. */
  readonly place: string
  readonly evidence?: NonNullable<Diagnostic['evidence']>
  readonly counterexample?: Pick<
    NonNullable<Diagnostic['counterexample']>,
    'lead' | 'request' | 'replay' | 'curl'
  >
}

/** What a report has found, the most serious first. */
export function shownFindings({
  diagnostics,
  files,
}: Pick<Report, 'diagnostics' | 'files'>): readonly ShownFinding[] {
  return bySeverity(diagnostics).map((diagnostic) => ({
    ...diagnostic,
    place: showPlace(locate(diagnostic.at, files)),
  }))
}

/** Every finding in a line. */
export function findingsTable(
  findings: readonly ShownFinding[],
  most: number,
): readonly RootContent[] {
  if (findings.length === 0) return []
  const shown = findings.slice(0, most)
  const rows = shown.map((finding, nth) => [
    String(nth + 1),
    finding.severity,
    code(finding.rule),
    code(finding.place),
    text(finding.message),
  ])
  const rest = findings.length - shown.length
  return [
    heading(3, 'Findings'),
    ...(rows.length === 0 ? [] : [table(['', 'Severity', 'Rule', 'Place', 'What'], rows)]),
    ...(rest > 0 ? [paragraph(`${plural(rest, 'more finding')} in the log.`)] : []),
  ]
}

/** Folded, a finding each: why, what to do, and how to see it again. */
export function findingDetails(
  findings: readonly ShownFinding[],
  most: number,
): readonly RootContent[] {
  return findings
    .slice(0, most)
    .flatMap((finding, nth) => folded(`Finding ${nth + 1}: why, and what to do`, details(finding)))
}

function details(finding: ShownFinding): readonly RootContent[] {
  const { rule, message, effect, help, assumptions = [], counterexample, evidence, run } = finding
  return [
    paragraph(code(rule), ' ', message),
    ...line('Effect: ', effect),
    ...(run === undefined ? [] : [codeBlock(runLines(run).join('\n'))]),
    ...line('If: ', assumptions.length === 0 ? undefined : assumptions.join(', ')),
    ...line('Fix: ', help),
    ...(counterexample === undefined ? [] : witness(counterexample)),
    ...(evidence === undefined ? [] : showEvidence(evidence)),
  ]
}

function line(label: string, value: string | undefined): readonly RootContent[] {
  return value === undefined ? [] : [paragraph(label, value)]
}

function witness({
  lead,
  request,
  replay,
  curl,
}: NonNullable<ShownFinding['counterexample']>): readonly RootContent[] {
  return [
    paragraph('The smallest lead that fails:'),
    codeBlock(JSON.stringify(lead)),
    paragraph('The request:'),
    codeBlock(request),
    paragraph('Replay:'),
    codeBlock(replay),
    codeBlock(curl),
  ]
}

function showEvidence({
  lead,
  before,
  after,
  fingerprint,
}: NonNullable<Diagnostic['evidence']>): readonly RootContent[] {
  return [
    ...(lead === undefined
      ? []
      : [paragraph('The smallest lead:'), codeBlock(JSON.stringify(lead))]),
    paragraph('Valid before:'),
    codeBlock(before),
    ...(after === before
      ? [paragraph('The same is refused now.')]
      : [paragraph('Now:'), codeBlock(after)]),
    paragraph('Fingerprint: ', code(fingerprint)),
  ]
}
