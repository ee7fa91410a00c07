import type { FieldDefinition, FieldOwner } from '../marketo/fields/field-definition.ts'
import { extendFields } from '../marketo/fields/fields-named.ts'
import { STANDARD_FIELDS } from '../marketo/fields/standard-fields.ts'
import type { TokenScopeContents } from '../marketo/tokens/token-kind.ts'
import type { CustomField, DefinedProgram } from './program.ts'

/** The fields that a program can use: Marketo's standard ones and its own custom ones. */
export function availableFields({ fields }: DefinedProgram): readonly FieldDefinition[] {
  const listed = known.get(fields) ?? extendFields(STANDARD_FIELDS, fields.map(definitionOf))
  known.set(fields, listed)
  return listed
}

/** Rules ask for each token, filter and step. */
const known = new WeakMap<DefinedProgram['fields'], readonly FieldDefinition[]>()

/** What the tokens of a program are looked up in. */
export function tokenContents(program: DefinedProgram): TokenScopeContents {
  const myTokens = (program.home?.tokens ?? []).map((token) => ({
    name: token.name.value,
    type: token.type.value,
  }))
  return { fields: availableFields(program), myTokens }
}

const OWNERS: Readonly<Record<CustomField['object']['value'], FieldOwner>> = {
  person: 'lead',
  company: 'company',
  'program member': 'member',
}

function definitionOf(field: CustomField): FieldDefinition {
  return {
    owner: OWNERS[field.object.value],
    displayName: field.displayName.value,
    restName: field.rest.value,
    soapName: field.soap?.value,
    type: field.type.value,
    length: field.length?.value,
    isAlwaysSet: false,
    isReadOnly: false,
    ...(field.personal === undefined ? {} : { personal: field.personal.value }),
    source: `custom field of ${field.displayName.at.file}`,
  }
}
