import type { Log, Result } from 'sarif'
import { fingerprint } from '../../base/fingerprint.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { Diagnostic, Severity } from '../../diagnostic/finding.ts'
import { printableJson } from '../printable-json.ts'
import { locate } from '../locate.ts'
import type { Report, ReportFormat } from '../report.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** SARIF 2.1.0 as code scanning reads it; columns count UTF-16 units, as ours do. */
export const sarif: ReportFormat = {
  name: 'sarif',
  summary: 'for code scanning',
  write: (report) => `${printableJson(JSON.stringify(logOf(report), undefined, 2))}\n`,
}

function logOf(report: Report): Log {
  const rules = [...new Set(report.diagnostics.map(({ rule }) => rule))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: {
          driver: {
            name: 'hookbook',
            version: report.toolVersion,
            rules: rules.map((id) => ({ id, shortDescription: { text: id } })),
          },
        },
        results: report.diagnostics.map((diagnostic) => resultOf(diagnostic, rules, report)),
      },
    ],
  }
}

function resultOf(diagnostic: Diagnostic, rules: readonly string[], report: Report): Result {
  const { rule, severity, message, effect, help, at } = diagnostic
  const { file, start, end } = locate(at, report.files)
  const text = [message, effect, help].flatMap((part) =>
    part === undefined ? [] : [visibleText(part)],
  )
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: text.join('\n') },
    partialFingerprints: { 'hookbook/v1': fingerprint([rule, file, message]) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          },
        },
      },
    ],
  }
}
