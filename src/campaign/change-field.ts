import type { Act } from './act.ts'
import type { Occurrence } from './occurrence.ts'
import { fieldKey, isSameValue, valueOf, type Person } from './person.ts'
import type { TokenValue } from '../marketo/token-value.ts'

export interface FieldChange {
  readonly person: Person
  readonly act: Act
  readonly occurrences: readonly Occurrence[]
}

/** Sets a field. Only a value that is another one than before is a change that triggers hear. */
export function changeField(
  person: Person,
  {
    field,
    to,
    by,
  }: { readonly field: string; readonly to: TokenValue; readonly by: 'step' | 'response' },
): FieldChange {
  const from = valueOf(person, field)
  if (isSameValue(from, to)) {
    return { person, act: { kind: 'unchanged', field, value: from, by }, occurrences: [] }
  }
  const fields = { ...person.fields, [fieldKey(field)]: to === '' ? null : to }
  return {
    person: { ...person, fields },
    act: { kind: 'changed', field, from, to, by },
    occurrences: [{ kind: 'change', field, from, to }],
  }
}
