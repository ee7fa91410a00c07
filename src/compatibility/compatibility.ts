import type { Span } from '../base/span.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** Which side of a webhook's contract was compared. */
export type ContractSide = 'request' | 'response'

/** Whether what worked with the old definitions works with the new ones. */
export type Verdict =
  /** Proven, never only tried: `because` says from what. */
  | { readonly status: 'compatible'; readonly because: string }
  | { readonly status: 'broken'; readonly breaks: readonly ContractBreak[] }
  | { readonly status: 'unknown'; readonly reason: string }

/** Why nothing is to be proven. */
export const UNCHANGED = 'nothing has changed in meaning'

/** One demand that is not met any more. */
export interface ContractBreak {
  /** The same for the same break in a later commit, whatever its witness: what an approval names. */
  readonly fingerprint: string
  /** The keyword of JSON Schema, or what Marketo does not get out of an answer. */
  readonly keyword: string
  /** Where in the document, as a JSON Pointer whose positions in lists are `*`; empty for all of it. */
  readonly place: string
  /** What is demanded there: the keyword's value. */
  readonly demand: unknown
  readonly witness: Witness
  /** The assumptions (`id: value`) that it takes, where it does not take none. */
  readonly assumptions: readonly string[]
  /** Why it is accepted; undefined where the project has not approved it. */
  readonly approved: string | undefined
}

/** A break as it is found, before anybody is asked whether it is approved. */
export type FoundContractBreak = Omit<ContractBreak, 'fingerprint' | 'approved'>

/** Checked by the validator on both sides: accepted before, refused now. */
export interface Witness {
  /** By token name; only what the definition reads. Undefined for an answer. */
  readonly lead: Readonly<Record<string, TokenValue>> | undefined
  /** What was valid, and worked, before. */
  readonly before: string
  /** What the same lead sends now, or what the endpoint may answer now. */
  readonly after: string
  /** What is wrong with it: goes on after "…, the new contract refuses it:". */
  readonly because: string
}

/** Which side may go first, so that no call fails in between: what `Rollout` of a change says, proven. */
export interface SafeOrder {
  /** The old form of Marketo with the new endpoint. */
  readonly endpointFirst: Verdict
  /** The new form of Marketo with the old endpoint. */
  readonly marketoFirst: Verdict
}

/** What was found out about one side of one webhook's contract. */
export interface Compatibility {
  readonly program: string
  readonly webhook: string
  readonly side: ContractSide
  readonly environments: readonly string[]
  readonly verdict: Verdict
  readonly order: SafeOrder
  /** Where the new definition names the contract's schema, or else the webhook. */
  readonly at: Span
}

/** Whether something breaks that nobody has approved. */
export function isBroken(verdict: Verdict): boolean {
  return (
    verdict.status === 'broken' && verdict.breaks.some(({ approved }) => approved === undefined)
  )
}
