import type { AssumptionSet } from '../assumptions/assumption.ts'
import type { ValueForm } from '../field-types/field-type.ts'

export type EncodingName = 'None' | 'JSON' | 'Form/Url'

/** What stands in a token's place before encoding. `empty`: the lead has no value and the token no default. */
export type ShownValue =
  | { readonly status: 'value'; readonly form: ValueForm; readonly text: string }
  | { readonly status: 'default'; readonly form: ValueForm; readonly text: string }
  | { readonly status: 'empty'; readonly form: ValueForm }

/** A choice of the dialog's Request Token Encoding. The set is listed in `encodings.ts`. */
export interface Encoding {
  readonly name: EncodingName
  /** What it does, in one sentence. */
  readonly summary: string
  readonly source: string
  /** The ids of the assumptions that `encode` reads. */
  readonly assumptions: readonly string[]
  /** The characters that stand in the token's place. */
  readonly encode: (value: ShownValue, assumptions: AssumptionSet) => string
}
