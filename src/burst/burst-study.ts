import type { Advice } from './advice.ts'
import { adviseBurst } from './advise-burst.ts'
import type { Burst } from './burst.ts'
import { burstOutcome } from './burst-outcome.ts'
import { possibleBounds, type PinnedConcurrency } from './concurrency.ts'
import type { StudiedBurst } from './studied-burst.ts'

/** A burst that was looked at, and what follows from that. */
export interface BurstStudy extends StudiedBurst {
  /** What the project has settled about the calls at a time. */
  readonly pinned: PinnedConcurrency | undefined
  readonly advice: readonly Advice[]
}

/** The same burst, the same answers: only how many calls are made at a time differs between the bounds. */
export function studyBurst(burst: Burst, pinned: PinnedConcurrency | undefined): BurstStudy {
  const shown = burstOutcome(burst)
  const bounds = possibleBounds(pinned).map((bound) => ({
    bound,
    outcome: bound.width === burst.width ? shown : burstOutcome({ ...burst, width: bound.width }),
  }))
  const studied: StudiedBurst = { burst, shown, bounds }
  return { ...studied, pinned, advice: adviseBurst(studied) }
}
