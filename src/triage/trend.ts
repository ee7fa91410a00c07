/** Calls and failures in a part of the time that an export covers. */
export interface TrendPart {
  /** Milliseconds since the epoch at its beginning. */
  readonly start: number
  readonly calls: number
  readonly failed: number
}

/** Parts of equal length, those without a call left out. */
export interface Trend {
  readonly stepMinutes: number
  readonly parts: readonly TrendPart[]
}

/** Counts calls over time, however long the time is, in bounded memory. */
export interface TrendCounter {
  readonly add: (milliseconds: number, isFailed: boolean) => void
  readonly trend: (mostParts: number) => Trend
}

const MINUTE_MS = 60_000

/** Lengths of a part, in minutes: each is a multiple of the one before, so that parts can be put together. */
const STEPS: readonly number[] = [
  1, 5, 15, 60, 180, 360, 720, 1440, 10_080, 40_320, 524_160, 5_241_600,
]

const MOST_KEPT = 4096

type Counts = Map<number, { calls: number; failed: number }>

/** Parts become longer when they become too many; how long depends on what was added, not on its order. */
export function trendCounter(): TrendCounter {
  let step = 0
  let counts: Counts = new Map()
  let [first, last] = [Infinity, -Infinity]
  return {
    add: (milliseconds, isFailed) => {
      const minute = Math.floor(milliseconds / MINUTE_MS)
      first = Math.min(first, minute)
      last = Math.max(last, minute)
      const needed = stepFor(first, last, MOST_KEPT)
      if (needed > step) {
        step = needed
        counts = joined(counts, lengthOf(step))
      }
      count(counts, startOf(minute, lengthOf(step)), 1, isFailed ? 1 : 0)
    },
    trend: (mostParts) => {
      const shown = Math.max(step, first > last ? 0 : stepFor(first, last, mostParts))
      const parts = [...joined(counts, lengthOf(shown))].sort(([a], [b]) => a - b)
      return {
        stepMinutes: lengthOf(shown),
        parts: parts.map(([minute, part]) => ({ start: minute * MINUTE_MS, ...part })),
      }
    },
  }
}

/** The shortest length of which so many parts cover the time. */
function stepFor(first: number, last: number, most: number): number {
  const found = STEPS.findIndex((_, step) => {
    const length = lengthOf(step)
    return (startOf(last, length) - startOf(first, length)) / length < most
  })
  return found < 0 ? STEPS.length - 1 : found
}

function lengthOf(step: number): number {
  return STEPS[step] ?? 1
}

/** Weeks begin on Monday: the epoch began on a Thursday. */
const TO_MONDAY = 4 * 1440

function startOf(minute: number, length: number): number {
  const shift = length >= 10_080 ? TO_MONDAY : 0
  return Math.floor((minute - shift) / length) * length + shift
}

function joined(counts: Counts, length: number): Counts {
  const result: Counts = new Map()
  for (const [minute, { calls, failed }] of counts)
    count(result, startOf(minute, length), calls, failed)
  return result
}

function count(counts: Counts, start: number, calls: number, failed: number): void {
  const part = counts.get(start)
  if (part === undefined) {
    counts.set(start, { calls, failed })
    return
  }
  part.calls += calls
  part.failed += failed
}
