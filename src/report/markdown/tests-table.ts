import type { RootContent } from 'mdast'
import { coveredPercent } from '../../contract/coverage.ts'
import type { ContractResult } from '../../contract/contract-result.ts'
import type { Report } from '../report.ts'
import { plural } from '../summary.ts'
import { code, heading, paragraph, table, type Line } from './nodes.ts'

/** What a line says of the tests of a webhook. */
export type TestedWebhook = Pick<
  ContractResult,
  'program' | 'environment' | 'webhook' | 'leads' | 'checks' | 'coverage'
> & {
  /** How many failures nobody has accepted. */
  readonly failures: number
}

/** What the tests of a report come to. */
export function testedWebhooks({ results }: Pick<Report, 'results'>): readonly TestedWebhook[] {
  return results.map((result) => ({ ...result, failures: result.failures.length }))
}

/** A line for each webhook in each environment; those that failed first. */
export function testsTable(
  results: readonly TestedWebhook[],
  most: number,
): readonly RootContent[] {
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

function rowOf(result: TestedWebhook): Line {
  const failed = result.checks.filter((check) => check.failed > 0).map(({ check }) => check)
  return [
    code(result.program),
    code(result.environment),
    code(result.webhook),
    result.leads.toLocaleString('en-US'),
    failed.length === 0 ? 'none' : result.failures === 0 ? 'accepted' : code(failed.join(', ')),
    `${coveredPercent(result.coverage)} %`,
  ]
}

function isFailed({ failures }: TestedWebhook): boolean {
  return failures > 0
}
