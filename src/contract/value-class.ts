import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** Values that bite for the same reason: the class is the diagnosis. Listed in `value-classes.ts`. */
export interface ValueClass {
  readonly id: string
  /** Why it bites: a sentence that goes on after "a value that". */
  readonly why: string
  /**
   * What an endpoint must read: a sentence that goes on after "it arrives". The ids of the assumptions
   * that decide stand in brackets behind what they decide.
   */
  readonly arrives: string
  /** Values of this class that the field can hold; none where the class does not concern it. */
  readonly values: (field: FieldDefinition) => readonly TokenValue[]
}

export const AS_IT_IS = 'as it is'
export const AS_IT_IS_OR_HTML = 'as it is, or in HTML entities (html-encoding)'

/** A class of texts, for every field that holds free text. */
export function textClass({
  values,
  ...words
}: Omit<ValueClass, 'values'> & { readonly values: readonly string[] }): ValueClass {
  return { ...words, values: (field) => (holdsFreeText(field) ? values : []) }
}

/** Dates are texts, and hold nothing but a date; e-mail fields may be known to hold nothing but addresses. */
export function holdsFreeText({ type, holds }: FieldDefinition): boolean {
  if (holds === 'addresses-only') return false
  return fieldTypeNamed(type).form === 'text' && type !== 'date' && type !== 'datetime'
}
