import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { FoundCase } from '../model/found-case.ts'
import { describeFailure } from './describe-failure.ts'
import { makeFoundCase } from './found/make-found-case.ts'
import { failureKey, type Court, type Failure } from './judge.ts'
import { isFixturePath, type LeadCase } from './lead-plan.ts'
import { tellsOfLead } from './tells-of-lead.ts'
import { shrinkLead } from './shrink-lead.ts'
import type { Tally } from './tally.ts'

/** A cause of failure, told once. */
export interface ToldFailure {
  readonly diagnostic: Diagnostic
  /** The same failure as a case that can be kept; undefined where only a fixture lead's own value shows it. */
  readonly case: FoundCase | undefined
}

/** What leads have failed so far, by cause. */
export type ToldFailures = ReadonlyMap<string, ToldFailure>

/** A lead with what it fails. */
export interface JudgedLead {
  readonly index: number
  readonly lead: LeadCase
  readonly found: readonly Failure[]
}

export interface Telling {
  readonly court: Court
  readonly compiled: CompiledProgram
  readonly seed: number
}

/**
 * The first lead of a cause speaks for it, after it has been made as small as it can be. A fixture lead
 * that cannot be made so small that nothing tells of it leaves that to any lead of invented values.
 */
export function tellFailures(
  { court, compiled, seed }: Telling,
  { index, lead, found }: JudgedLead,
  { told, left }: Tellings,
): void {
  for (const failure of found) {
    const key = failureKey(failure)
    if (told.has(key)) continue
    const smallest = shrinkLead(court, lead.situation, failure)
    const by = { compiled, seed, index, path: lead.path }
    if (isFixturePath(lead.path) && tellsOfLead(court, smallest, lead.situation)) {
      if (!left.has(key)) left.set(key, () => describeFailure(court, smallest, by))
      continue
    }
    const diagnostic = describeFailure(court, smallest, by)
    told.set(key, { diagnostic, case: makeFoundCase(court, smallest, { diagnostic, by }) })
  }
}

/** What has been told, and what fixture leads have left to others, by cause. */
export interface Tellings {
  readonly told: Map<string, ToldFailure>
  readonly left: Map<string, () => Diagnostic>
}

/** What no lead of invented values has shown is told after all, behind everything else, and not kept. */
export function tellLeft({ told, left }: Tellings, count: number): void {
  for (const [key, describe] of left) {
    if (told.has(key)) continue
    const { origin, counterexample, ...diagnostic } = describe()
    if (origin === undefined || counterexample === undefined) continue
    const { id: _notKept, ...shown } = counterexample
    const last = { ...origin, lead: count + origin.lead }
    told.set(key, {
      diagnostic: { ...diagnostic, origin: last, counterexample: shown },
      case: undefined,
    })
  }
}

/** Each check that was asked, passed or failed by one lead. */
export function countChecks({ checks }: Court, found: readonly Failure[], tally: Tally): void {
  const failed = new Set(found.map(({ check }) => check.id))
  for (const { id } of checks) tally.count(id, !failed.has(id))
}
