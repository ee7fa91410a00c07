import type { RootContent } from 'mdast'
import { coveredPercent } from '../../contract/coverage.ts'
import type { ContractResult } from '../../contract/contract-result.ts'
import type { Report } from '../report.ts'
import { plural } from '../summary.ts'
import { code, heading, paragraph, table, type Row } from './nodes.ts'

/** A line for each webhook in each environment; those that failed first. */
export function testsTable({ results }: Report, most: number): readonly RootContent[] {
  if (results.length === 0) return []
  const shown = [...results.filter(isFailed), ...results.filter((each) => !isFailed(each))].slice(
    0,
    most,
  )
  const rest = results.length - shown.length
  const head = ['Program', 'Environment', 'Webhook', 'Leads', 'Failed checks', 'Coverage']
  return [
    heading(3, 'Contract tests'),
    ...(shown.length === 0 ? [] : [table(head, shown.map(rowOf))]),
    ...(rest > 0 ? [paragraph(`${plural(rest, 'more webhook')} in the log.`)] : []),
  ]
}

function rowOf(result: ContractResult): Row {
  const failed = result.checks.filter((check) => check.failed > 0).map(({ check }) => check)
  return [
    code(result.program),
    code(result.environment),
    code(result.webhook),
    result.leads.toLocaleString('en-US'),
    failed.length === 0 ? 'none' : code(failed.join(', ')),
    `${coveredPercent(result.coverage)} %`,
  ]
}

function isFailed({ failures }: ContractResult): boolean {
  return failures.length > 0
}
