import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { FoundCase } from '../model/found-case.ts'
import { describeFailure } from './describe-failure.ts'
import { makeFoundCase } from './found/make-found-case.ts'
import { failureKey, type Court, type Failure } from './judge.ts'
import type { LeadCase } from './lead-plan.ts'
import { shrinkLead } from './shrink-lead.ts'
import type { Tally } from './tally.ts'

/** A cause of failure, told once. */
export interface ToldFailure {
  readonly diagnostic: Diagnostic
  /** The same failure as a case that can be kept. */
  readonly case: FoundCase
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

/** The first lead of a cause speaks for it, after it has been made as small as it can be. */
export function tellFailures(
  { court, compiled, seed }: Telling,
  { index, lead, found }: JudgedLead,
  told: Map<string, ToldFailure>,
): void {
  for (const failure of found) {
    const key = failureKey(failure)
    if (told.has(key)) continue
    const smallest = shrinkLead(court, lead.situation, failure)
    const by = { compiled, seed, index, path: lead.path }
    const diagnostic = describeFailure(court, smallest, by)
    told.set(key, { diagnostic, case: makeFoundCase(court, smallest, { diagnostic, by }) })
  }
}

/** Each check that was asked, passed or failed by one lead. */
export function countChecks({ checks }: Court, found: readonly Failure[], tally: Tally): void {
  const failed = new Set(found.map(({ check }) => check.id))
  for (const { id } of checks) tally.count(id, !failed.has(id))
}
