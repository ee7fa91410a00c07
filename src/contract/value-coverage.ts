import type { CoverageCell } from './coverage.ts'
import type { Picks } from './lead-plan.ts'
import { tokenName } from './token-name.ts'
import { PLAIN, type ValuePool } from './value-pool.ts'

/** Counts which values each token has shown, at no cost that a lead would feel. */
export interface ValueCoverage {
  readonly see: (picks: Picks) => void
  /** A lead failed because of this token. */
  readonly blame: (key: string | undefined, picks: Picks) => void
  readonly cells: () => readonly CoverageCell[]
}

export function valueCoverage(pools: readonly ValuePool[]): ValueCoverage {
  const tried = pools.map(({ values }) => new Uint32Array(values.length))
  const failed = pools.map(({ values }) => new Uint32Array(values.length))
  return {
    see: (picks) => {
      for (let column = 0; column < tried.length; column++) add(tried[column], picks[column])
    },
    blame: (key, picks) => {
      const column = pools.findIndex(({ token }) => token.use.key === key)
      add(failed[column], picks[column])
    },
    cells: () =>
      pools.flatMap(({ token, classes }, column) =>
        [...classes].map(([valueClass, { start, count }]) => ({
          area: 'values',
          row: tokenName(token.use),
          column: valueClass,
          tried: sum(tried[column], start, count),
          failed: sum(failed[column], start, count),
        })),
      ),
  }
}

function add(counts: Uint32Array | undefined, position = PLAIN): void {
  if (counts !== undefined) counts[position] = (counts[position] ?? 0) + 1
}

function sum(counts: Uint32Array | undefined, start: number, count: number): number {
  return counts?.slice(start, start + count).reduce((total, each) => total + each, 0) ?? 0
}
