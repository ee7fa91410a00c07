import type { Burst } from './burst.ts'
import type { BurstOutcome } from './burst-outcome.ts'
import type { Bound } from './concurrency.ts'

/** A burst as asked for, and what it comes to between the bounds. */
export interface StudiedBurst {
  readonly burst: Burst
  /** With as many calls at a time as the burst says. */
  readonly shown: BurstOutcome
  readonly bounds: readonly StudiedBound[]
}

export interface StudiedBound {
  readonly bound: Bound
  readonly outcome: BurstOutcome
}
