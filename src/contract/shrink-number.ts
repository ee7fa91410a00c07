import { leastFailing } from './shrink-text.ts'

/** Numbers that a reader takes in at a glance, the simplest first. */
const SIMPLE: readonly number[] = [0, 1, -1, 0.5, 0.1, 0.01, 2, 10]

/** More decimals than these are kept as they are. */
const MOST_DECIMALS = 6

/**
 * A simple number that fails, or else the one nearest to zero on the same side with as few decimals as
 * do, or else itself.
 */
export function shrinkNumber(value: number, fails: (value: number) => boolean): number {
  const simple = SIMPLE.find(fails)
  if (simple !== undefined) return simple
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const step = 10 ** decimals
    const at = (steps: number): number => (Math.sign(value) * steps) / step
    const most = Math.floor(Math.abs(value) * step)
    if (most === 0 || !(at(most) === value || fails(at(most)))) continue
    return at(leastFailing(most, (steps) => fails(at(steps))))
  }
  return value
}
