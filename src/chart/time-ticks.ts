const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Distances at which people read a clock. */
const STEPS: readonly number[] = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48, 120, 240, 480].map((count) => count * HOUR),
]

/** Times from zero to the end at round distances, about so many. */
export function timeTicks(end: number, about: number): readonly number[] {
  const step = STEPS.find((each) => end / each <= about) ?? end / about
  return Array.from({ length: Math.floor(end / step) + 1 }, (_none, nth) => nth * step)
}
