import type { CodeFlow, Location, Log, Result } from 'sarif'
import { fingerprint } from '../../base/fingerprint.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { Span } from '../../base/span.ts'
import type { Diagnostic, Severity, ToldRun } from '../../diagnostic/finding.ts'
import { printableJson } from '../printable-json.ts'
import { locate } from '../locate.ts'
import type { Report, ReportFormat } from '../report.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/**
 * SARIF 2.1.0 as code scanning reads it; columns count UTF-16 units, as ours do.
 * What is suppressed is left out: GitHub does not read the property "suppressions" and would open an
 * alert for each. Sources: GitHub Docs, "SARIF support for code scanning"; github/codeql-action, issue 1230.
 */
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

/** Half a character has no place in a URI. */
function uriOf(file: string): string {
  return encodeURI(file.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Viewers make a link of a text in brackets with a target behind it. Source: SARIF 2.1.0, section 3.11.6. */
function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, ']\u200b')
}

function resultOf(diagnostic: Diagnostic, rules: readonly string[], report: Report): Result {
  const { rule, severity, message, effect, help, at, run } = diagnostic
  const { file } = at
  const text = [message, effect, help].flatMap((part) =>
    part === undefined ? [] : [visibleText(part)],
  )
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: withoutLinks(text.join('\n')) },
    partialFingerprints: { 'hookbook/v1': fingerprint([rule, file, message]) },
    locations: [locationOf(at, report)],
    ...(run === undefined ? {} : { codeFlows: [codeFlow(run, report)] }),
  }
}

/** A run as steps that one can walk through. Source: SARIF 2.1.0, section 3.36. */
function codeFlow({ steps, breach }: ToldRun, report: Report): CodeFlow {
  const told = steps.flatMap(({ sentence, at }) => (at === undefined ? [] : [{ sentence, at }]))
  return {
    message: { text: withoutLinks(visibleText(breach)) },
    threadFlows: [
      {
        locations: told.map(({ sentence, at }) => ({
          location: {
            ...locationOf(at, report),
            message: { text: withoutLinks(visibleText(sentence)) },
          },
        })),
      },
    ],
  }
}

function locationOf(at: Span, report: Report): Location {
  const { file, start, end } = locate(at, report.files)
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  }
}
