import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** Values that bite for the same reason: the class is the diagnosis. Listed in `value-classes.ts`. */
export interface ValueClass {
  readonly id: string
  /** Why it bites: a sentence that goes on after "a value that". */
  readonly why: string
  /** Values of this class that the field can hold; none where the class does not concern it. */
  readonly values: (field: FieldDefinition) => readonly TokenValue[]
}

/** A class of texts, for every field that holds free text. */
export function textClass(id: string, why: string, values: readonly string[]): ValueClass {
  return { id, why, values: (field) => (holdsFreeText(field) ? values : []) }
}

function holdsFreeText({ type }: FieldDefinition): boolean {
  return fieldTypeNamed(type).form === 'text' && type !== 'date' && type !== 'datetime'
}
