import { rememberFor } from '../base/remember-for.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { fieldsNamed } from '../marketo/fields/fields-named.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { availableFields } from '../model/available-fields.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { Keywords } from '../model/schema/schema-node.ts'
import type { Mapping, Webhook } from '../model/webhook.ts'
import { schemaAt } from './schema-at.ts'

/** The field with exactly this SOAP name. */
export function fieldByExactSoapName(
  name: string,
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined {
  return fieldsNamed(name, 'soapName', fields).find((field) => field.soapName === name)
}

/** The field that a reader meant, by any of its three names and without regard to case. */
export function fieldByAnyName(
  name: string,
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined {
  const exact = fieldByExactSoapName(name, fields)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  const bears = (field: FieldDefinition): boolean =>
    [field.soapName, field.restName, field.displayName].some((own) => own?.toLowerCase() === wanted)
  return fields.find((field) => field.owner !== 'token' && bears(field))
}

/** What the response schema says about the place that a mapping reads. */
export function mappedSchema(mapping: Mapping, webhook: Webhook): Keywords | undefined {
  const reading = parsePath(mapping.path.value)
  if (reading.status !== 'path') return undefined
  const path = reading.segments.map((part) => (part.kind === 'member' ? part.name : part.index))
  return schemaAt(webhook.response, path)
}

/** A mapping with the field that it writes. */
export interface MappedField {
  readonly mapping: Mapping
  readonly field: FieldDefinition
}

/** The fields that a webhook's response writes. */
export const mappedFields: typeof findMappedFields = rememberFor(findMappedFields)

function findMappedFields(webhook: Webhook, program: DefinedProgram): readonly MappedField[] {
  const fields = availableFields(program)
  return webhook.mappings.flatMap((mapping) => {
    const field = fieldByAnyName(mapping.field.value, fields)
    return field === undefined ? [] : [{ mapping, field }]
  })
}
