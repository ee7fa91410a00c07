import { leastFailing } from './shrink-text.ts'

/** Numbers that a reader takes in at a glance, the simplest first. */
const SIMPLE: readonly number[] = [0, 1, -1, 0.5, 2, 10]

/** A simple number that fails, or else the whole one nearest to zero on the same side, or else itself. */
export function shrinkNumber(value: number, fails: (value: number) => boolean): number {
  const simple = SIMPLE.find(fails)
  if (simple !== undefined) return simple
  const sign = Math.sign(value)
  const whole = sign * Math.floor(Math.abs(value))
  if (whole === 0 || !(whole === value || fails(whole))) return value
  return sign * leastFailing(Math.abs(whole), (size) => fails(sign * size))
}
