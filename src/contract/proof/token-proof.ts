import type { TokenUse } from '../../compile/compiled-program.ts'
import type { PlacedToken } from '../../marketo/body-formats/body-format.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import type { TokenDomain } from './token-domain.ts'

/** One token where it stands, and whether that is safe. */
export interface TokenProof {
  readonly use: TokenUse
  /** `URL`, `body`, or `header NAME`. */
  readonly part: string
  readonly placed: PlacedToken
  readonly domain: TokenDomain
  /** The encodings that it may get: two where nobody knows whether the chosen one reaches this part. */
  readonly encodings: readonly EncodingName[]
  /** The assumptions that can make a difference for it and are not pinned; it was tried under every value of them. */
  readonly assumptions: readonly string[]
  readonly verdict: Verdict
}

/**
 * Whether what the token shows arrives unchanged and changes nothing beside it, for every value that it
 * can have and under every assumption that is not pinned.
 */
export type Verdict =
  | { readonly status: 'proven' }
  | Refutation
  /** Nothing says what is read at this place, or what the token can hold. */
  | { readonly status: 'unknown'; readonly reason: string }

export interface Refutation {
  readonly status: 'refuted'
  /** The smallest value that breaks it; null when an unset one does. */
  readonly value: TokenValue
  readonly reason: string
  /** What stands in the token's place then. */
  readonly sent: string
  /** True when no value at all is safe. */
  readonly isEveryValue: boolean
  /** The assumption values that it takes, as `id: value`; none when it breaks under all of them. */
  readonly assumptions: readonly string[]
}
