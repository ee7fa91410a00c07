import type { ContractResult } from '../contract/contract-result.ts'
import { coverageReached } from '../contract/coverage-reached.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { Report, Run } from '../report/report.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Terms } from '../suppression/terms.ts'
import type { CommandContext } from './command.ts'
import { failuresOf } from './match-cases.ts'
import { settleReport } from './settle-report.ts'
import { termsOfShard } from './terms-of.ts'
import { toldByRuns } from './told-by-runs.ts'
import { toldOnce } from './told-once.ts'
import {
  coverageLine,
  describeResults,
  guaranteesLine,
  programLines,
  tokensLine,
} from './describe-results.ts'

export interface RunOutcome {
  readonly run: Run
  readonly results: readonly ContractResult[]
  /** What was found without a test. */
  readonly beside: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
  /** A failure that is replayed says nothing of what was covered. */
  readonly isOneLead: boolean
  /** By what findings may be accepted; of a shard, once all are put together. */
  readonly terms: Terms
  readonly updatesBaseline?: boolean
}

/** The report of a run of the tests, whether it was made here or put together from shards. */
export async function reportRun(
  { run, results, beside, files, isOneLead, terms, updatesBaseline }: RunOutcome,
  context: CommandContext,
): Promise<Omit<Report, 'toolVersion'>> {
  const failures = failuresOf(results)
  const isWhole = run.shard === undefined && !isOneLead
  const gaps = isWhole ? coverageReached(results, run.minCoverage ?? 0) : []
  const diagnostics = orderDiagnostics([...toldOnce(beside, failures), ...failures, ...gaps])
  const options = {
    terms: run.shard === undefined ? terms : termsOfShard(terms),
    updatesBaseline: updatesBaseline === true,
  }
  const settled = toldByRuns(await settleReport({ diagnostics, results, files }, options, context))
  const unsettled = run.shard === undefined ? {} : { unsettled: { diagnostics, results, terms } }
  return {
    ...settled,
    run: { ...run, ...unsettled },
    checked: [
      ...programLines(settled.results, run.programs ?? []),
      ...guaranteesLine(run.guarantees),
      ...(isWhole ? [...tokensLine(results), ...coverageLine(results)] : []),
      ...describeResults(results, run.shard),
    ],
  }
}
