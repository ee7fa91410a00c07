import pico from 'picocolors'
import { visibleText } from '../../base/visible-text.ts'
import type { Diagnostic, Kept, Severity } from '../../diagnostic/finding.ts'
import { codeFrame } from '../code-frame.ts'
import { disarmForTerminal } from '../disarm.ts'
import { locate, showPlace } from '../locate.ts'
import { runLines } from '../run/told-run.ts'
import type { Report, ReportFormat } from '../report.ts'
import { summarizeWithTimes } from '../summary.ts'

type Colors = ReturnType<typeof pico.createColors>

/** For people at a terminal: what would happen, who set it, and what to do. */
export const pretty: ReportFormat = {
  name: 'pretty',
  summary: 'for people (the default)',
  write: async (report, { isColored, hasCoverage }) => {
    const colors = pico.createColors(isColored)
    const findings = report.diagnostics.map((diagnostic) =>
      writeFinding(diagnostic, report, colors),
    )
    const coverage = hasCoverage ? await coverageOf(report) : []
    return disarmForTerminal(
      `${[...findings, ...coverage, summarizeWithTimes(report)].join('\n')}\n`,
    )
  },
}

/** Loaded only where somebody wants to see it. */
async function coverageOf(report: Report): Promise<readonly string[]> {
  const { showCoverage } = await import('../show-coverage.ts')
  return showCoverage(report)
}

function writeFinding(diagnostic: Diagnostic, report: Report, colors: Colors): string {
  const { severity, rule, message, at } = diagnostic
  const place = locate(at, report.files)
  const file = report.files.find(({ path }) => path === at.file)
  const gutter = ' '.repeat(String(place.start.line).length)
  const head = `${paint(severity, colors)(`${severity}[${visibleText(rule)}]`)} ${colors.bold(visibleText(message))}`
  const frame = file === undefined ? [] : codeFrame(file, place, diagnostic.label)
  return [
    head,
    `${gutter}${colors.dim('-->')} ${showPlace(place)}`,
    ...frame.map(
      (line) =>
        colors.dim(line.gutter) + (line.isMark ? paint(severity, colors)(line.text) : line.text),
    ),
    ...notesOf(diagnostic, report).map(([label, text]) => noteLine(gutter, label, text, colors)),
    '',
  ].join('\n')
}

type Note = readonly [label: string, text: string]

function notesOf(diagnostic: Diagnostic, report: Report): readonly Note[] {
  const {
    effect,
    help,
    fix,
    setBy = [],
    related = [],
    assumptions = [],
    counterexample,
    evidence,
    run,
    rule,
  } = diagnostic
  const place = (entry: { readonly at: Diagnostic['at']; readonly message: string }): string =>
    `${showPlace(locate(entry.at, report.files))} (${visibleText(entry.message)})`
  return [
    ...note('effect', run === undefined ? effect : undefined),
    ...(run === undefined ? [] : [['run', runLines(run).map(visibleText).join('\n')] as const]),
    ...(counterexample === undefined ? [] : witness(counterexample)),
    ...(evidence === undefined ? [] : showEvidence(evidence)),
    ...setBy.map((entry): Note => ['set by', place(entry)]),
    ...related.map((entry): Note => ['see', place(entry)]),
    ...note(
      'if',
      assumptions.length === 0
        ? undefined
        : `${assumptions.join(', ')} (not documented, not pinned)`,
    ),
    ...note('fix', fix === undefined ? help : `${help ?? fix.title} (hookbook lint --fix)`),
    ...note('replay', counterexample?.replay),
    ...note('kept', keptIn(counterexample?.kept)),
    ['more', `hookbook explain ${visibleText(rule)}`],
  ]
}

function note(label: string, text: string | undefined): readonly Note[] {
  return text === undefined ? [] : [[label, visibleText(text)]]
}

const KEPT_WORDS: Readonly<Record<Kept['as'], string>> = {
  new: 'new',
  open: 'found before',
  fixed: 'fixed before',
}

function keptIn(kept: Kept | undefined): string | undefined {
  return kept === undefined ? undefined : `${kept.file} (${KEPT_WORDS[kept.as]})`
}

/** Multi-line texts keep their line breaks here and nothing else that a terminal obeys. */
function witness({
  lead,
  request,
  curl,
}: NonNullable<Diagnostic['counterexample']>): readonly Note[] {
  return [
    ['lead', visibleText(JSON.stringify(lead))],
    ['request', request.split('\n').map(visibleText).join('\n')],
    ['curl', curl.split('\n').map(visibleText).join('\n')],
  ]
}

function showEvidence({
  lead,
  before,
  after,
  fingerprint,
}: NonNullable<Diagnostic['evidence']>): readonly Note[] {
  return [
    ...(lead === undefined ? [] : [['lead', leadWords(lead)] as const]),
    ['before', bodyLines(before)],
    ['now', after === before ? 'the same' : bodyLines(after)],
    ['id', visibleText(fingerprint)],
  ]
}

function leadWords(lead: NonNullable<NonNullable<Diagnostic['evidence']>['lead']>): string {
  return Object.keys(lead).length === 0 ? 'any' : visibleText(JSON.stringify(lead))
}

function bodyLines(body: string): string {
  return body.trimEnd().split('\n').map(visibleText).join('\n')
}

function noteLine(gutter: string, label: string, text: string, colors: Colors): string {
  const indent = `\n${gutter}   ${' '.repeat(9)}`
  const head = `${gutter} ${colors.dim('=')} ${colors.bold(`${label}:`.padEnd(8))}`
  return `${head} ${text.replaceAll('\n', indent)}`.replaceAll(/ +\n/g, '\n')
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red
  return severity === 'warning' ? colors.yellow : colors.cyan
}
