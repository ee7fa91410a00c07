import { fitText, longestText } from '../../contract/stored-value.ts'
import { holdsFreeText } from '../../contract/value-class.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'

/** Something that is put into a field with one press, because it bites. */
export interface AwkwardValue {
  readonly label: string
  /** The new text of a field, from what stands in it. */
  readonly putInto: (text: string, field: FieldDefinition) => string
}

/** One of each kind that breaks what most templates get wrong; `hookbook test` tries all kinds. */
export const AWKWARD_VALUES: readonly AwkwardValue[] = [
  insert('a quote', '"'),
  insert('a backslash', '\\'),
  insert('a line break', '\n'),
  insert('&', '&'),
  insert('a plus', '+'),
  insert('an emoji', '😀'),
  insert('< and >', '<b>'),
  { label: 'a JSON fragment', putInto: () => '","admin":true,"x":"' },
  { label: 'the longest text', putInto: (_text, field) => longestText(field, 'x') },
  { label: 'nothing', putInto: () => '' },
]

/** Whether a field can hold it: only texts hold anything but nothing. */
export function suitsField(awkward: AwkwardValue, field: FieldDefinition): boolean {
  return holdsFreeText(field) || (awkward.putInto('1', field) === '' && !field.isAlwaysSet)
}

/** At the end; where the field is full, in place of its end. */
function insert(label: string, text: string): AwkwardValue {
  return {
    label,
    putInto: (before, field) => {
      const kept = fitText(field, before + text)
      return kept.endsWith(text) ? kept : fitText(field, before.slice(0, -text.length)) + text
    },
  }
}
