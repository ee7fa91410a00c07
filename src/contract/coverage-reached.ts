import { visibleText } from '../base/visible-text.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { ContractResult } from './contract-result.ts'
import { coveredPercent, type CoverageCell } from './coverage.ts'
import { coverageByWebhook } from './coverage-by-webhook.ts'

/** The check of what was tried, with its good state. */
export const COVERAGE_CHECKS = {
  'coverage-reached':
    'of what can be tried with a webhook, the part that --min-coverage asks for was tried',
} as const

/** How many cells a finding names. */
const MOST_NAMED = 5

/** A finding for each webhook of which less was tried than was asked for, in percent. */
export function coverageReached(
  results: readonly ContractResult[],
  least: number,
): readonly Diagnostic[] {
  return coverageByWebhook(results).flatMap(({ webhook, at, cells }): readonly Diagnostic[] => {
    const percent = coveredPercent(cells)
    if (percent >= least) return []
    const untried = cells.filter(({ tried }) => tried === 0)
    return [
      {
        rule: 'coverage-reached',
        severity: 'error',
        at,
        message: `only ${percent} % of ${cells.length} cells of "${webhook}" were tried, not ${least} %`,
        effect: `nobody knows what happens with ${nameCells(untried)}`,
        help: 'test all leads (no --path, no --max-time), with "--target receiver"; or lower --min-coverage',
      },
    ]
  })
}

function nameCells(cells: readonly CoverageCell[]): string {
  const named = cells
    .slice(0, MOST_NAMED)
    .map(({ row, column }) => `${visibleText(row)}: ${visibleText(column)}`)
  const rest = cells.length - named.length
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
