import type { CheckCount } from './contract-result.ts'

/** How often each check passed and failed, in the order in which checks were first asked. */
export interface Tally {
  readonly count: (check: string, isPassed: boolean) => void
  /** Many leads that passed at once. */
  readonly addPassed: (check: string, times: number) => void
  readonly counts: () => readonly CheckCount[]
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
