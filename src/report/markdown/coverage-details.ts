import type { RootContent } from 'mdast'
import { coveredPercent } from '../../contract/coverage.ts'
import { coverageTables, type AreaTable, type CoverageTable } from '../coverage-table.ts'
import type { Report } from '../report.ts'
import { code, folded, heading, paragraph, table } from './nodes.ts'

/** How many columns that were not tried a line names. */
const MOST_NAMED = 6

/** Folded, a webhook each: what was tried and what was not. */
export function coverageDetails({ results }: Report): readonly RootContent[] {
  const tables = coverageTables(results)
  if (tables.length === 0) return []
  return [
    heading(3, 'Coverage'),
    ...tables.flatMap((each, nth) =>
      folded(
        `Webhook ${nth + 1}: ${coveredPercent(each.cells)} % of ${each.cells.length.toLocaleString('en-US')} cells`,
        detailsOf(each),
      ),
    ),
  ]
}

function detailsOf({ program, webhook, areas }: CoverageTable): readonly RootContent[] {
  return [paragraph(code(webhook), ' of ', code(program)), ...areas.map(areaTable)]
}

function areaTable({ title, rows }: AreaTable): RootContent {
  return table(
    [title, 'Tried', 'Not tried'],
    rows.map(({ name, tried, cells, untried }) => {
      const named = untried.slice(0, MOST_NAMED)
      const rest = untried.length - named.length
      const gaps = [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
      return [code(name), `${tried} of ${cells.length}`, gaps === '' ? 'nothing' : code(gaps)]
    }),
  )
}
