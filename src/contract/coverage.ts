/** What can be tried: values of a token by class, parts of the schemas, mappings, and what endpoints do. */
export type CoverageArea = 'values' | 'request-schema' | 'response-schema' | 'mappings' | 'faults'

/**
 * One thing that the tests of a webhook can try, and how often they did: a token with a class of values,
 * a schema keyword kept and broken, a mapping and how it ends, a fault and how the call ends.
 */
export interface CoverageCell {
  readonly area: CoverageArea
  readonly row: string
  readonly column: string
  /** Zero when it was possible and not tried. */
  readonly tried: number
  /** How many of those failed a check. */
  readonly failed: number
}

/** The part of all cells that was tried, in percent, rounded down; 100 when there is nothing to try. */
export function coveredPercent(cells: readonly CoverageCell[]): number {
  if (cells.length === 0) return 100
  return Math.floor((100 * cells.filter(({ tried }) => tried > 0).length) / cells.length)
}

/** The same cells, their counts added up, in the order in which they first came. */
export function addCoverage(lists: readonly (readonly CoverageCell[])[]): readonly CoverageCell[] {
  const sums = new Map<string, CoverageCell>()
  for (const cell of lists.flat()) {
    const key = JSON.stringify([cell.area, cell.row, cell.column])
    const { tried, failed } = sums.get(key) ?? { tried: 0, failed: 0 }
    sums.set(key, { ...cell, tried: tried + cell.tried, failed: failed + cell.failed })
  }
  return [...sums.values()]
}
