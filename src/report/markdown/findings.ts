import type { RootContent } from 'mdast'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { bySeverity } from '../by-severity.ts'
import { locate, showPlace } from '../locate.ts'
import type { Report } from '../report.ts'
import { plural } from '../summary.ts'
import { code, codeBlock, folded, heading, paragraph, table, text } from './nodes.ts'

/** Every finding in a line, the most serious first. */
export function findingsTable(report: Report, most: number): readonly RootContent[] {
  const findings = bySeverity(report)
  if (findings.length === 0) return []
  const shown = findings.slice(0, most)
  const rows = shown.map((finding, nth) => [
    String(nth + 1),
    finding.severity,
    code(finding.rule),
    code(showPlace(locate(finding.at, report.files))),
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
export function findingDetails(report: Report, most: number): readonly RootContent[] {
  return bySeverity(report)
    .slice(0, most)
    .flatMap((finding, nth) => folded(`Finding ${nth + 1}: why, and what to do`, details(finding)))
}

function details(finding: Diagnostic): readonly RootContent[] {
  const { rule, message, effect, help, assumptions = [], counterexample } = finding
  return [
    paragraph(code(rule), ' ', message),
    ...line('Effect: ', effect),
    ...line('If: ', assumptions.length === 0 ? undefined : assumptions.join(', ')),
    ...line('Fix: ', help),
    ...(counterexample === undefined ? [] : witness(counterexample)),
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
}: NonNullable<Diagnostic['counterexample']>): readonly RootContent[] {
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
