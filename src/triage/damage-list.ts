import type { DamageReport } from './triage-report.ts'

const FIRST = 5

/** Counts what could not be read, and keeps the first few places. */
export function damageList(): {
  readonly add: (place: string, reason: string) => void
  readonly report: () => DamageReport
} {
  const first: { place: string; reason: string }[] = []
  let count = 0
  return {
    add: (place, reason) => {
      count++
      if (first.length < FIRST) first.push({ place, reason })
    },
    report: () => ({ count, first: [...first] }),
  }
}
