import { visibleText } from '../../base/visible-text.ts'
import type { TokenContext } from '../../marketo/body-formats/body-format.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import type { FieldTypeName } from '../../marketo/field-types/field-type.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import type { TokenProof, Verdict } from './token-proof.ts'

/** The proof of a token as reports show it. */
export interface TokenSummary {
  readonly token: string
  /** `URL`, `body`, or `header NAME`. */
  readonly part: string
  readonly context: TokenContext
  /** Undefined for a token that Marketo does not know. */
  readonly type: FieldTypeName | undefined
  readonly encodings: readonly EncodingName[]
  readonly verdict: Verdict['status']
  /** Why it is refuted, or why nobody knows. */
  readonly reason?: string
  /** The smallest value that refutes it, spelled so that nothing in it is obeyed. */
  readonly value?: TokenValue
  readonly isEveryValue?: boolean
  /** The assumption values that it takes to refute it. */
  readonly assumptions?: readonly string[]
}

export function summarizeToken(proof: TokenProof): TokenSummary {
  const { use, part, placed, encodings, verdict } = proof
  return {
    token: visibleText(use.token.raw),
    part,
    context: placed.context,
    type: use.field?.type,
    encodings,
    verdict: verdict.status,
    ...detailsOf(verdict),
  }
}

function detailsOf(verdict: Verdict): Partial<TokenSummary> {
  switch (verdict.status) {
    case 'proven':
      return {}
    case 'unknown':
      return { reason: visibleText(verdict.reason) }
    case 'refuted': {
      const { value, reason, isEveryValue, assumptions } = verdict
      return { reason, value: visibleValue(value), isEveryValue, assumptions }
    }
  }
}

function visibleValue(value: TokenValue): TokenValue {
  return typeof value === 'string' ? visibleText(value) : value
}
