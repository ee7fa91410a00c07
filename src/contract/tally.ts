import type { CheckCount } from './contract-result.ts'

/** How often each check passed and failed, in the order in which checks were first asked. */
export interface Tally {
  readonly count: (check: string, isPassed: boolean) => void
  /** Many leads that passed at once. */
  readonly addPassed: (check: string, times: number) => void
  readonly counts: () => readonly CheckCount[]
}

/** The counts of several tallies as one, each check where it first came. */
export function addCounts(lists: readonly (readonly CheckCount[])[]): readonly CheckCount[] {
  const sums = new Map<string, CheckCount>()
  for (const { check, passed, failed } of lists.flat()) {
    const before = sums.get(check) ?? { passed: 0, failed: 0 }
    sums.set(check, { check, passed: before.passed + passed, failed: before.failed + failed })
  }
  return [...sums.values()]
}

export function newTally(): Tally {
  const counts = new Map<string, { passed: number; failed: number }>()
  const entryOf = (check: string): { passed: number; failed: number } => {
    const entry = counts.get(check) ?? { passed: 0, failed: 0 }
    counts.set(check, entry)
    return entry
  }
  return {
    count: (check, isPassed) => {
      entryOf(check)[isPassed ? 'passed' : 'failed'] += 1
    },
    addPassed: (check, times) => {
      entryOf(check).passed += times
    },
    counts: () => [...counts].map(([check, entry]) => ({ check, ...entry })),
  }
}
