import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { availableFields } from '../model/available-fields.ts'
import type { Program } from '../model/program.ts'
import type { Mapping, Webhook } from '../model/webhook.ts'

/** The field with exactly this SOAP name. */
export function fieldByExactSoapName(
  name: string,
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined {
  return fields.find((field) => field.soapName === name)
}

/** The field that a reader meant, by any of its three names and without regard to case. */
export function fieldByAnyName(
  name: string,
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined {
  const wanted = name.toLowerCase()
  const bears = (field: FieldDefinition): boolean =>
    [field.soapName, field.restName, field.displayName].some((own) => own?.toLowerCase() === wanted)
  const candidates = fields.filter((field) => field.owner !== 'token')
  return fieldByExactSoapName(name, fields) ?? candidates.find(bears)
}

/** A mapping with the field that it writes. */
export interface MappedField {
  readonly mapping: Mapping
  readonly field: FieldDefinition
}

/** The fields that a webhook's response writes. */
export function mappedFields(webhook: Webhook, program: Program): readonly MappedField[] {
  const fields = availableFields(program)
  return webhook.mappings.flatMap((mapping) => {
    const field = fieldByAnyName(mapping.field.value, fields)
    return field === undefined ? [] : [{ mapping, field }]
  })
}
