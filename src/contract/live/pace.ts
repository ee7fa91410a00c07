/** The clock of a run: a real one, or one that costs no time. */
export interface Clock {
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** Says when the next call may go out; all workers of a run share it. */
export interface Pace {
  /** Undefined when it may go out at once. */
  readonly turn: () => Promise<void> | undefined
  /** Nobody goes out for so long: the endpoint has asked for it. */
  readonly holdFor: (milliseconds: number) => void
}

/** Calls at equal distances, so many in a second; without a rate only the endpoint holds them up. */
export function pace(perSecond: number | undefined, clock: Clock, signal: AbortSignal): Pace {
  const distance = perSecond === undefined ? 0 : 1000 / perSecond
  let next = 0
  let heldUntil = 0
  return {
    turn: () => {
      if (distance === 0 && heldUntil === 0) return undefined
      const now = clock.now()
      const slot = Math.max(now, next, heldUntil)
      next = slot + distance
      return slot > now ? clock.sleep(slot - now, signal) : undefined
    },
    holdFor: (milliseconds) => {
      heldUntil = Math.max(heldUntil, clock.now() + milliseconds)
    },
  }
}
