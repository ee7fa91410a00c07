import { nearest } from '../base/nearest.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { fieldsNamed } from '../marketo/fields/fields-named.ts'
import { availableFields } from '../model/available-fields.ts'
import type { DefinedProgram } from '../model/program.ts'

/** Names shorter than this resemble too many others. */
const LEAST_LENGTH = 8

/**
 * The field that somebody meant who wrote no display name: by its REST or SOAP name, or with a slip.
 * A name that only continues a known one ("Lead Score 2") is a field of its own that nobody has declared.
 */
export function meantField(name: string, program: DefinedProgram): FieldDefinition | undefined {
  const wanted = name.trim().toLowerCase()
  const fields = availableFields(program)
  if (fieldsNamed(wanted, 'displayName', fields).length > 0) return undefined
  const byApiName = fields.find(({ restName, soapName }) =>
    [restName, soapName].some((own) => own?.toLowerCase() === wanted),
  )
  if (byApiName !== undefined || wanted.length < LEAST_LENGTH) return byApiName
  const candidates = fields
    .map(({ displayName }) => displayName)
    .filter((own) => !continues(wanted, own))
  const near = nearest(wanted, candidates, 1)
  return fields.find(({ displayName }) => displayName === near)
}

function continues(wanted: string, known: string): boolean {
  const own = known.toLowerCase()
  return wanted.startsWith(own) || own.startsWith(wanted)
}
