import type { Span } from '../base/span.ts'

/** Which side of a webhook's contract was compared. */
export type ContractSide = 'request' | 'response'

/** Whether what worked with the old definitions works with the new ones. */
export type Verdict =
  | { readonly status: 'compatible' }
  | {
      readonly status: 'broken'
      /** A lead whose request, or an answer that, was valid before and is not any more. */
      readonly witness: Witness
    }
  | { readonly status: 'unknown'; readonly reason: string }

/** Checked by the validator on both sides: accepted by the old contract, refused by the new one. */
export interface Witness {
  /** By token name; only what the definition reads. Undefined for an answer. */
  readonly lead: Readonly<Record<string, string | number | boolean | null>> | undefined
  /** The body that was valid before. */
  readonly before: string
  /** The body that is invalid now; the same as before where only the schema has changed. */
  readonly after: string
  /** What the new contract says against it. */
  readonly because: string
}

/** What was found out about one side of one webhook's contract. */
export interface Compatibility {
  readonly program: string
  readonly webhook: string
  readonly side: ContractSide
  readonly environments: readonly string[]
  readonly verdict: Verdict
  /** The same for the same break in a later commit: what an approval names. */
  readonly fingerprint: string
  readonly at: Span
}
