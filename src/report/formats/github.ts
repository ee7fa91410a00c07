import { visibleText } from '../../base/visible-text.ts'
import { SEVERITIES } from '../../diagnostic/severity.ts'
import type { Diagnostic, Severity } from '../../diagnostic/finding.ts'
import { locate } from '../locate.ts'
import { runLines } from '../run/told-run.ts'
import type { Report, ReportFormat } from '../report.ts'
import { summarize } from '../summary.ts'

/** GitHub shows ten of a kind for each step. */
const SHOWN = 10

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/** Workflow commands: annotations beside the lines of a pull request. */
export const github: ReportFormat = {
  name: 'github',
  summary: 'annotations on a pull request, in GitHub Actions',
  write: (report) => {
    const lines = SEVERITIES.flatMap((severity) => annotations(severity, report))
    const summary = summarize(report).split('\n').map(plain)
    return `${[...lines, ...summary].join('\n')}\n`
  },
}

function annotations(severity: Severity, report: Report): readonly string[] {
  const own = report.diagnostics.filter((diagnostic) => diagnostic.severity === severity)
  const shown = own.slice(0, SHOWN).map((diagnostic) => annotation(diagnostic, report))
  const rest = own.length - shown.length
  return rest > 0 ? [...shown, `and ${rest} more of severity ${severity}; see the log`] : shown
}

function annotation(diagnostic: Diagnostic, report: Report): string {
  const { file, start, end } = locate(diagnostic.at, report.files)
  const { rule, message, effect, help, run } = diagnostic
  const isOneLine = start.line === end.line
  const properties = [
    `file=${escapeProperty(file)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...(isOneLine ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    `title=${escapeProperty(rule)}`,
  ]
  const told = run === undefined ? [effect] : runLines(run)
  const text = [message, ...told, help].flatMap((part) =>
    part === undefined ? [] : [escapeData(part)],
  )
  return `::${COMMANDS[diagnostic.severity]} ${properties.join(',')}::${text.join('%0A')}`
}

/** A text that cannot begin a command of its own, nor mention anybody. */
function plain(text: string): string {
  return visibleText(text).replace(/:(?=:)|##(?=\[)|@/g, '$&\u200b')
}

function escapeData(text: string): string {
  return plain(text).replaceAll('%', '%25')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
