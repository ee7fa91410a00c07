import type { Span } from '../base/span.ts'
import type { ContractResult } from './contract-result.ts'
import { addCoverage, type CoverageCell } from './coverage.ts'

/** What was tried of a webhook, in all its environments together. */
export interface WebhookCoverage {
  readonly program: string
  readonly webhook: string
  readonly at: Span
  readonly cells: readonly CoverageCell[]
}

/** Environments of a webhook try the same things: a cell is covered when one of them did. */
export function coverageByWebhook(results: readonly ContractResult[]): readonly WebhookCoverage[] {
  const groups = new Map<string, ContractResult[]>()
  for (const result of results) {
    const key = JSON.stringify([result.program, result.webhook])
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { program, webhook, at } = first
    return [{ program, webhook, at, cells: addCoverage(group.map(({ coverage }) => coverage)) }]
  })
}
