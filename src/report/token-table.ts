import type { ContractResult } from '../contract/contract-result.ts'
import { CONTEXT_LAWS } from '../contract/proof/token-contexts.ts'
import type { TokenSummary } from '../contract/proof/token-summary.ts'
import { sameEnvironments, type SaidOfWebhook } from './same-environments.ts'

export type TokenTable = SaidOfWebhook<readonly TokenSummary[]>

/** The tokens of every webhook that has some. */
export function tokenTables(results: readonly ContractResult[]): readonly TokenTable[] {
  return sameEnvironments(results, ({ tokens }) => tokens).filter(({ said }) => said.length > 0)
}

const VERDICTS = ['proven', 'refuted', 'unknown'] as const

/** `8 proven, 1 refuted, 0 unknown`. */
export function countVerdicts(tokens: readonly TokenSummary[]): string {
  return VERDICTS.map(
    (verdict) => `${tokens.filter((token) => token.verdict === verdict).length} ${verdict}`,
  ).join(', ')
}

/** Where a token stands: `body, inside a JSON string`. */
export function placeOfToken({ part, context }: TokenSummary): string {
  return `${part}, ${CONTEXT_LAWS[context].title}`
}

/** The smallest value that refutes it and the reason; nothing for a token that is proven. */
export function breaksWith({
  verdict,
  value,
  reason = '',
  isEveryValue,
  assumptions = [],
}: TokenSummary): string {
  if (verdict !== 'refuted') return reason
  const occasion = isEveryValue === true ? 'every value' : spelled(value)
  const under = assumptions.length === 0 ? '' : ` (${assumptions.join(', ')})`
  return `${occasion}: ${reason}${under}`
}

/** A summary holds its value spelled already. */
function spelled(value: TokenSummary['value']): string {
  if (value === null || value === undefined) return 'unset'
  return typeof value === 'string' ? `"${value}"` : String(value)
}
