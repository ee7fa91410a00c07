import type { TokenValue } from '../token-value.ts'

export type FieldTypeName =
  | 'string'
  | 'email'
  | 'url'
  | 'phone'
  | 'text'
  | 'integer'
  | 'score'
  | 'percent'
  | 'float'
  | 'currency'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'reference'

/** How an encoding has to treat a value of a field type. */
export type ValueForm = 'text' | 'number' | 'boolean'

/** What Marketo stores in a field of a type, and how a token shows it. Listed in `field-types.ts`. */
export interface FieldType {
  readonly name: FieldTypeName
  readonly title: string
  readonly form: ValueForm
  /** The longest value in characters; undefined where characters are not the limit. */
  readonly maxLength: number | undefined
  /** The longest value in bytes of UTF-8 (text areas); undefined where bytes are not the limit. */
  readonly maxBytes: number | undefined
  readonly source: string
  /** What a token shows for a stored value, before any encoding. Null shows as the empty text. */
  readonly show: (value: Exclude<TokenValue, null>) => string
  /** Whether a value from a response can be stored; `length` is the field's own limit in characters. */
  readonly accepts: (value: unknown, length: number | undefined) => Acceptance
}

/** What Marketo does with a response's value; `depends` names the assumption that decides between the outcomes. */
export type Acceptance =
  | { readonly status: 'written'; readonly stored: TokenValue }
  | { readonly status: 'not-written'; readonly reason: string }
  | {
      readonly status: 'depends'
      readonly on: 'mapping-null' | 'mapping-overflow' | 'mapping-coerce'
      readonly reason: string
      /** By value of the assumption. */
      readonly outcomes: Readonly<Record<string, Exclude<Acceptance, { status: 'depends' }>>>
    }
