import type { AssumptionSet } from '../assumptions/assumption.ts'
import type { TokenValue } from '../token-value.ts'
import type { Acceptance } from './field-type.ts'

/** What becomes of a mapped value, as far as sources and pinned assumptions say. */
export type Settlement =
  | { readonly status: 'written'; readonly value: TokenValue }
  | { readonly status: 'not-written'; readonly reason: string }
  /** No source says what Marketo does. */
  | { readonly status: 'unspecified'; readonly reason: string; readonly assumption: string }

/** Takes the outcome that a pinned assumption decides for; without one nobody knows. */
export function settleAcceptance(acceptance: Acceptance, pinned: AssumptionSet): Settlement {
  if (acceptance.status === 'depends') {
    const { on, reason, outcomes } = acceptance
    const value = pinned[on]
    const outcome = value === undefined ? undefined : outcomes[value]
    return outcome === undefined
      ? { status: 'unspecified', reason, assumption: on }
      : settleAcceptance(outcome, pinned)
  }
  return acceptance.status === 'written'
    ? { status: 'written', value: acceptance.stored }
    : acceptance
}
