import type { Burst } from '../../../burst/burst.ts'
import type { BurstOutcome } from '../../../burst/burst-outcome.ts'
import type { Point } from '../../../chart/point.ts'

/** Calls that wait, from the first moment to the last. */
export function waitingPoints({ timeline }: BurstOutcome, burst: Burst): readonly Point[] {
  return [
    { x: 0, y: waitingAtOnce(burst) },
    ...timeline.map(({ to, waiting }) => ({ x: to, y: waiting })),
  ]
}

/** Calls that wait when all have come and the first have been made: none where people come one by one. */
function waitingAtOnce({ leads, over, roads, width }: Burst): number {
  return over > 0 ? 0 : Math.max(0, leads * roads.length - width)
}
