import type { FieldTypeName } from '../field-types/field-type.ts'
import type { FieldDefinition } from '../fields/field-definition.ts'
import { fieldsNamed } from '../fields/fields-named.ts'

/** A token that shows no field of a record: its name, the type of its value, and whether it always has one. */
export interface NamedValue {
  readonly name: string
  readonly type: FieldTypeName
  readonly isAlwaysSet: boolean
}

/** The value of that name, compared without regard to case, as a field that no record holds. */
export function findNamedValue(
  name: string,
  values: readonly NamedValue[],
  source: string,
): FieldDefinition | undefined {
  const found = values.find((value) => value.name.toLowerCase() === name.toLowerCase())
  if (found === undefined) return undefined
  return {
    owner: 'token',
    displayName: found.name,
    restName: undefined,
    soapName: undefined,
    type: found.type,
    length: undefined,
    isAlwaysSet: found.isAlwaysSet,
    isReadOnly: true,
    source,
  }
}

/** The field of a record, by display name without regard to case. */
export function findOwnedField(
  name: string,
  owner: FieldDefinition['owner'],
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined {
  return fieldsNamed(name, 'displayName', fields).find((field) => field.owner === owner)
}
