import { visibleText } from '../base/visible-text.ts'
import { coveredPercent } from '../contract/coverage.ts'
import { coverageTables, type AreaTable, type CoverageRow } from './coverage-table.ts'
import type { Report } from './report.ts'
import { plural } from './summary.ts'

/** How many columns that were not tried a line names. */
const MOST_NAMED = 6

/** What was tried, webhook by webhook, as lines for a terminal. */
export function showCoverage({ results }: Pick<Report, 'results'>): readonly string[] {
  return coverageTables(results).flatMap(({ program, webhook, cells, areas }) => [
    `coverage of ${visibleText(webhook)} (${visibleText(program)}): ${coveredPercent(cells)} % of ${plural(cells.length, 'cell')}`,
    ...areas.flatMap(showArea),
    '',
  ])
}

function showArea({ title, rows }: AreaTable): readonly string[] {
  const names = rows.map(({ name }) => visibleText(name))
  const width = Math.max(...names.map((name) => name.length))
  const counts = rows.map(({ tried, cells }) => `${tried} of ${cells.length}`)
  const countWidth = Math.max(...counts.map((count) => count.length))
  const lines = rows.map((row, nth) => {
    const name = (names[nth] ?? '').padEnd(width)
    const count = (counts[nth] ?? '').padStart(countWidth)
    return `    ${name}  ${count}${showUntried(row)}`
  })
  return [`  ${title.toLowerCase()}`, ...lines]
}

function showUntried({ untried }: CoverageRow): string {
  if (untried.length === 0) return ''
  const named = untried.slice(0, MOST_NAMED).map(visibleText)
  const rest = untried.length - named.length
  return `  not tried: ${[...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`
}
