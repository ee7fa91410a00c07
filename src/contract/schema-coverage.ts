import { compileSchema } from '../receiver/json-schema.ts'
import type { SchemaCheck, SchemaViolation } from '../receiver/schema-violation.ts'
import type { CoverageCell } from './coverage.ts'
import { renderedWorlds, type Court } from './judge.ts'
import type { Picks } from './lead-plan.ts'
import { withValues } from './lead-space.ts'
import { tokenKeywords, type TokenKeyword } from './schema-bounds.ts'
import type { ValueCoverage } from './value-coverage.ts'
import { PLAIN, type ValuePool } from './value-pool.ts'

/** A cell with its counts, while leads are judged. */
interface Counted {
  readonly row: string
  readonly column: 'valid' | 'invalid'
  tried: number
  failed: number
}

/**
 * Which keywords of the request schema were kept and broken. A cell is there when some value of a token
 * alone can keep the keyword, or break it and nothing else; whether it does is seen in the body that is
 * sent for it. What no lead can change, such as which members there are, has no cell.
 */
export function schemaCoverage(court: Court, pools: readonly ValuePool[]): ValueCoverage {
  const { request } = court.subject.webhook
  const compiled = request && compileSchema(request, { allViolations: true })
  const cells = new Map<string, Counted>()
  if (compiled?.status !== 'compiled') return NO_COVERAGE
  const shown = pools.map((pool) => shownByPosition(court, pool, compiled.check, cells))
  const add = (picks: Picks, key: string | undefined, count: 'tried' | 'failed'): void => {
    const column = onlyAwkward(picks)
    if (column === undefined) return
    if (key !== undefined && pools[column]?.token.use.key !== key) return
    for (const cell of shown[column]?.get(picks[column] ?? PLAIN) ?? []) cell[count] += 1
  }
  return {
    see: (picks) => add(picks, undefined, 'tried'),
    blame: (key, picks) => add(picks, key, 'failed'),
    cells: (): readonly CoverageCell[] =>
      [...cells.values()].map((cell) => ({ area: 'request-schema', ...cell })),
  }
}

const NO_COVERAGE: ValueCoverage = {
  see: () => undefined,
  blame: () => undefined,
  cells: () => [],
}

/** The token whose value is not plain, where there is one alone: only then is it sure what was tried. */
function onlyAwkward(picks: Picks): number | undefined {
  let found: number | undefined
  for (let column = 0; column < picks.length; column++) {
    if (picks[column] === PLAIN) continue
    if (found !== undefined) return undefined
    found = column
  }
  return found
}

/** For each value at a bound, the cells that a lead with it tries. */
function shownByPosition(
  court: Court,
  { token, bounds, values }: ValuePool,
  check: SchemaCheck,
  cells: Map<string, Counted>,
): ReadonlyMap<number, readonly Counted[]> {
  const keywords = tokenKeywords(court.subject, token).filter(({ isCertain }) => isCertain)
  const shown = new Map<number, readonly Counted[]>()
  for (const { start, count } of bounds.values()) {
    for (let position = start; position < start + count; position++) {
      const value = values[position]?.value ?? null
      const situation = withValues(court.space, [[token.use.key, value]])
      const tried = renderedWorlds(court, situation).flatMap(({ body }) =>
        body?.status === 'read' ? triedBy(check(body.value), keywords) : [],
      )
      shown.set(position, [...new Set(tried.map((cell) => countedIn(cells, cell)))])
    }
  }
  return shown
}

type Cell = Pick<Counted, 'row' | 'column'>

/** Every keyword of the token where the body breaks none, one where it breaks that alone, else nothing. */
function triedBy(
  violations: readonly SchemaViolation[],
  keywords: readonly TokenKeyword[],
): readonly Cell[] {
  if (violations.length === 0) return keywords.map(({ row }) => ({ row, column: 'valid' }))
  const broken = violations.map(({ path, keyword }) =>
    keywords.filter((placed) => placed.place === path && placed.keyword === keyword),
  )
  const rows = new Set(broken.flat().map(({ row }) => row))
  const [row] = rows
  const isSure = rows.size === 1 && broken.every((found) => found.length > 0)
  return isSure && row !== undefined ? [{ row, column: 'invalid' }] : []
}

function countedIn(cells: Map<string, Counted>, { row, column }: Cell): Counted {
  const id = `${column} ${row}`
  const cell = cells.get(id) ?? { row, column, tried: 0, failed: 0 }
  cells.set(id, cell)
  return cell
}
