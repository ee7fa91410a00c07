import type { Diagnostic } from '../diagnostic/finding.ts'
import type { CoverageCell } from './coverage.ts'
import { judge, type Failure } from './judge.ts'
import type { LeadPlan, Picks } from './lead-plan.ts'
import {
  countChecks,
  tellFailures,
  tellLeft,
  type Telling,
  type ToldFailures,
} from './lead-verdicts.ts'
import { schemaCoverage } from './schema-coverage.ts'
import { countInShard, isInShard, type Shard } from './shard.ts'
import { swiftJudge } from './swift-judge.ts'
import type { Tally } from './tally.ts'
import { valueCoverage, type ValueCoverage } from './value-coverage.ts'
import type { ValuePool } from './value-pool.ts'

export interface LeadRunInput extends Telling {
  readonly pools: readonly ValuePool[]
  readonly plan: LeadPlan
  readonly shard: Shard
  /** One lead alone, by its number. */
  readonly only: number | undefined
  readonly tally: Tally
  /** What found cases have shown already: told once, it is not told again. */
  readonly told: ToldFailures
  /** True when the time for leads that are drawn by chance is over. */
  readonly isLate: () => boolean
  readonly onProgress: (done: number, total: number) => void
  /** Is told of every lead that passes all checks. */
  readonly onSound?: (index: number) => void
}

export interface LeadRun {
  /** How many leads were judged. */
  readonly leads: number
  /** How many more there would have been in the time that was not given. */
  readonly leadsCut: number
  /** Each by the first lead that has it. */
  readonly told: ToldFailures
  readonly coverage: readonly CoverageCell[]
}

/** How often somebody who watches is told, and the clock is looked at. */
const STRIDE = 256

/** Judges lead after lead; most pass the swift judge, and the careful one says why the others fail. */
export function runLeads(input: LeadRunInput): LeadRun {
  const { court, pools, plan, tally, only, shard } = input
  const isSure = swiftJudge(court, pools)
  const coverage = [valueCoverage(pools), schemaCoverage(court, pools)]
  const told = new Map(input.told)
  const tellings = { told, left: new Map<string, () => Diagnostic>() }
  const picks = new Uint16Array(pools.length)
  let leads = 0
  let sure = 0
  let leadsCut = 0
  for (let index = only ?? 0; index < (only === undefined ? plan.count : only + 1); index++) {
    if (only === undefined && !isInShard(index, shard)) continue
    if (index % STRIDE < shard.count) {
      input.onProgress(index, plan.count)
      if (index >= plan.fixedCount && input.isLate()) {
        leadsCut = countInShard(index, plan.count, shard)
        break
      }
    }
    const isDrawn = plan.pick(index, picks)
    leads += 1
    if (isDrawn) for (const { see } of coverage) see(picks)
    if (isDrawn && isSure?.(picks, index, mostWorlds(plan, index)) === true) {
      sure += 1
      input.onSound?.(index)
      continue
    }
    const lead = plan.caseAt(index)
    const found = judge(court, lead.situation)
    countChecks(court, found, tally)
    if (found.length === 0) input.onSound?.(index)
    if (isDrawn) blameTokens(coverage, found, picks)
    tellFailures(input, { index, lead, found }, tellings)
  }
  tellLeft(tellings, plan.count)
  for (const { id } of court.checks) tally.addPassed(id, sure)
  return { leads, leadsCut, told, coverage: coverage.flatMap(({ cells }) => cells()) }
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

function blameTokens(
  coverage: readonly ValueCoverage[],
  found: readonly Failure[],
  picks: Picks,
): void {
  const keys = new Set(found.map(({ use }) => use?.key))
  for (const key of keys) for (const { blame } of coverage) blame(key, picks)
}
