import type { FoundCase } from '../../model/found-case.ts'
import {
  countChecks,
  tellFailures,
  type ToldFailure,
  type ToldFailures,
  type Telling,
} from '../lead-verdicts.ts'
import type { Tally } from '../tally.ts'
import { replayFound, type FoundVerdict } from './replay-found.ts'

export interface FoundRun {
  /** How many were judged. */
  readonly leads: number
  readonly told: ToldFailures
  readonly verdicts: readonly FoundVerdict[]
}

/** Replays what was found before, ahead of every lead of the plan. */
export function replayFoundCases(
  telling: Telling,
  cases: readonly FoundCase[],
  tally: Tally,
): FoundRun {
  const { court } = telling
  const told = new Map<string, ToldFailure>()
  const verdicts: FoundVerdict[] = []
  let leads = 0
  for (const [nth, foundCase] of cases.entries()) {
    const { verdict, lead, found } = replayFound(court, foundCase)
    verdicts.push(verdict)
    if (lead === undefined) continue
    leads += 1
    countChecks(court, found, tally)
    tellFailures(telling, { index: nth - cases.length, lead, found }, { told, left: new Map() })
  }
  return { leads, told, verdicts }
}
