import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { REQUEST_CHECKS } from './checks.ts'
import type { CoverageCell } from './coverage.ts'
import { describeFailure } from './describe-failure.ts'
import { failureKey, judge, type Court, type Failure } from './judge.ts'
import type { LeadCase, LeadPlan } from './lead-plan.ts'
import { isInShard, type Shard } from './shard.ts'
import { shrinkLead } from './shrink-lead.ts'
import { swiftJudge } from './swift-judge.ts'
import type { Tally } from './tally.ts'
import { valueCoverage } from './value-coverage.ts'
import type { ValuePool } from './value-pool.ts'

export interface LeadRunInput {
  readonly compiled: CompiledProgram
  readonly court: Court
  readonly pools: readonly ValuePool[]
  readonly plan: LeadPlan
  readonly seed: number
  readonly shard: Shard
  /** One lead alone, by its number. */
  readonly only: number | undefined
  readonly tally: Tally
  /** True when the time for leads that are drawn by chance is over. */
  readonly isLate: () => boolean
  readonly onProgress: (done: number, total: number) => void
}

export interface LeadRun {
  /** How many leads were judged. */
  readonly leads: number
  /** By cause, each found by the first lead that has it. */
  readonly failures: ReadonlyMap<string, Diagnostic>
  readonly coverage: readonly CoverageCell[]
}

/** How often somebody who watches is told, and the clock is looked at. */
const STRIDE = 256

/** Judges lead after lead; most pass the swift judge, and the careful one says why the others fail. */
export function runLeads(input: LeadRunInput): LeadRun {
  const { court, pools, plan, tally, only, shard } = input
  const isSure = swiftJudge(court, pools)
  const coverage = valueCoverage(pools)
  const failures = new Map<string, Diagnostic>()
  const picks = new Uint16Array(pools.length)
  let leads = 0
  let sure = 0
  for (let index = only ?? 0; index < (only === undefined ? plan.count : only + 1); index++) {
    if (only === undefined && !isInShard(index, shard)) continue
    if (index % STRIDE < shard.count) {
      input.onProgress(index, plan.count)
      if (index >= plan.fixedCount && input.isLate()) break
    }
    const isDrawn = plan.pick(index, picks)
    leads += 1
    if (isDrawn) coverage.see(picks)
    if (isDrawn && isSure?.(picks, index, mostWorlds(plan, index)) === true) {
      sure += 1
      continue
    }
    const lead = plan.caseAt(index)
    const found = judge(court, lead.situation)
    countChecks(found, tally)
    if (isDrawn) for (const { use } of found) coverage.blame(use?.key, picks)
    describeAll(input, { index, lead, found }, failures)
  }
  for (const { id } of REQUEST_CHECKS) tally.addPassed(id, sure)
  return { leads, failures, coverage: coverage.cells() }
}

/**
 * One awkward value is tried in every world. Where many stand together, most worlds would only repeat
 * what has been tried with each of them alone: such leads take turns, and thousands of them meet all.
 * Of those that are drawn by chance another lead shows more than another world, at the same cost.
 */
function mostWorlds({ pairsStart, fixedCount }: LeadPlan, index: number): number {
  if (index < pairsStart) return Infinity
  return index < fixedCount ? 4 : 1
}

function countChecks(found: readonly Failure[], tally: Tally): void {
  const failed = new Set(found.map(({ check }) => check.id))
  for (const { id } of REQUEST_CHECKS) tally.count(id, !failed.has(id))
}

/** The first lead of a cause speaks for it, after it has been made as small as it can be. */
function describeAll(
  { court, compiled, seed }: LeadRunInput,
  {
    index,
    lead,
    found,
  }: {
    readonly index: number
    readonly lead: LeadCase
    readonly found: readonly Failure[]
  },
  failures: Map<string, Diagnostic>,
): void {
  for (const failure of found) {
    const key = failureKey(failure)
    if (failures.has(key)) continue
    const smallest = shrinkLead(court, lead.situation, failure)
    const replay = { compiled, seed, index, path: lead.path }
    failures.set(key, describeFailure(court, smallest, replay))
  }
}
