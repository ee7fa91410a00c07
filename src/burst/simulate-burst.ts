import { agenda } from './agenda.ts'
import type { Burst } from './burst.ts'
import { serviceOf } from './burst-call.ts'
import { driveBurst, type MadeCall } from './drive-burst.ts'

/** All calls of a burst in virtual time, in the order in which they ended. */
export function simulateBurst(burst: Burst): readonly MadeCall[] {
  const acts = agenda<() => void>()
  const made: MadeCall[] = []
  let now = 0
  driveBurst(burst, {
    now: () => now,
    at: acts.add,
    serve: (call, onEnd) => {
      const { duration, ending } = serviceOf(burst, call)
      acts.add(now + duration, () => onEnd(ending))
    },
    onMade: (call) => void made.push(call),
  })
  for (let act = acts.take(); act !== undefined; act = acts.take()) {
    now = act.at
    act.item()
  }
  return made
}
