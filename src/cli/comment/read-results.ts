import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { ContractResult } from '../../contract/contract-result.ts'
import { showPlace, type Place } from '../../report/locate.ts'
import type { ShownFinding } from '../../report/markdown/findings.ts'
import type { TestedWebhook } from '../../report/markdown/tests-table.ts'
import type { CommandContext } from '../command.ts'
import { readReport, reportCheck } from '../read-report.ts'

/** What reports of earlier commands say, as a comment tells it. */
export interface Results {
  readonly findings: readonly ShownFinding[]
  readonly tests: readonly TestedWebhook[]
  /** The command lines that give the same again. */
  readonly commands: readonly string[]
  /** True where one of them has linted and compared generated files, too. */
  readonly hasChecked: boolean
}

export function readResults(names: readonly string[], context: CommandContext): Results {
  const check = reportCheck()
  // The published schema has been held against them.
  const reports = names.map((name) => readReport(name, check, context) as WrittenReport)
  return {
    findings: reports.flatMap(({ findings }) =>
      findings.map(({ place, ...finding }) => ({ ...finding, place: showPlace(place) })),
    ),
    tests: reports.flatMap(({ tests }) => tests),
    commands: reports.flatMap(({ run }) => run?.command ?? []),
    hasChecked: reports.some(({ run }) => /^hookbook check\b/.test(run?.command ?? '')),
  }
}

/** As much of a json report as is read here. */
interface WrittenReport {
  readonly run?: { readonly command: string }
  readonly findings: readonly (Omit<Diagnostic, 'at'> & { readonly place: Place })[]
  readonly tests: readonly (Omit<ContractResult, 'failures'> & { readonly failures: number })[]
}
