import type { ContractResult } from '../contract/contract-result.ts'
import type { CoverageArea, CoverageCell } from '../contract/coverage.ts'
import { coverageByWebhook, type WebhookCoverage } from '../contract/coverage-by-webhook.ts'

/** What was tried of a webhook, area by area and row by row: what every form that shows coverage prints. */
export interface CoverageTable extends WebhookCoverage {
  readonly areas: readonly AreaTable[]
}

export interface AreaTable {
  readonly title: string
  /** In the order in which they first come. */
  readonly columns: readonly string[]
  readonly rows: readonly CoverageRow[]
}

export interface CoverageRow {
  readonly name: string
  readonly tried: number
  readonly cells: readonly CoverageCell[]
  readonly untried: readonly string[]
}

/** Each area in words, in the order in which they are shown. */
const AREA_TITLES: Readonly<Record<CoverageArea, string>> = {
  values: 'Values of tokens',
  'request-schema': 'Request schema',
  'response-schema': 'Response schema',
  mappings: 'Response mappings',
  faults: 'What endpoints do',
}

export function coverageTables(results: readonly ContractResult[]): readonly CoverageTable[] {
  return coverageByWebhook(results)
    .filter(({ cells }) => cells.length > 0)
    .map((webhook) => ({ ...webhook, areas: areasOf(webhook.cells) }))
}

function areasOf(cells: readonly CoverageCell[]): readonly AreaTable[] {
  return Object.entries(AREA_TITLES).flatMap(([area, title]) => {
    const own = cells.filter((cell) => cell.area === area)
    if (own.length === 0) return []
    const columns = [...new Set(own.map(({ column }) => column))]
    const names = [...new Set(own.map(({ row }) => row))]
    const rows = names.map((name) =>
      rowOf(
        name,
        own.filter(({ row }) => row === name),
      ),
    )
    return [{ title, columns, rows }]
  })
}

function rowOf(name: string, cells: readonly CoverageCell[]): CoverageRow {
  const untried = cells.filter(({ tried }) => tried === 0).map(({ column }) => column)
  return { name, cells, untried, tried: cells.length - untried.length }
}
