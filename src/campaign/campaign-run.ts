import type { TimedAct } from './act.ts'
import type { RunState } from './run-state.ts'

/** What happens to one person, from the event that starts it until nothing is left to do: each act in its order. */
export interface CampaignRun {
  readonly acts: readonly TimedAct[]
  readonly state: RunState
  /** False where the bound was reached before everything had come to rest. */
  readonly isAtRest: boolean
}
