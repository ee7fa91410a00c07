import type { ContractResult } from '../contract/contract-result.ts'
import { coverageReached } from '../contract/coverage-reached.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { Report, Run } from '../report/report.ts'
import type { SourceFile } from '../source/source-file.ts'
import { failuresOf } from './match-cases.ts'
import { toldOnce } from './told-once.ts'
import { coverageLine, describeResults, programLines, tokensLine } from './describe-results.ts'

export interface RunOutcome {
  readonly run: Run
  readonly results: readonly ContractResult[]
  /** What was found without a test. */
  readonly beside: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
  /** A failure that is replayed says nothing of what was covered. */
  readonly isOneLead: boolean
}

/** The report of a run of the tests, whether it was made here or put together from shards. */
export function reportRun({
  run,
  results,
  beside,
  files,
  isOneLead,
}: RunOutcome): Omit<Report, 'toolVersion'> {
  const failures = failuresOf(results)
  const isWhole = run.shard === undefined && !isOneLead
  const gaps = isWhole ? coverageReached(results, run.minCoverage ?? 0) : []
  return {
    run,
    results,
    files,
    diagnostics: orderDiagnostics([...toldOnce(beside, failures), ...failures, ...gaps]),
    checked: [
      ...programLines(results, run.programs ?? []),
      ...(isWhole ? [...tokensLine(results), ...coverageLine(results)] : []),
      ...describeResults(results, run.shard),
    ],
  }
}
