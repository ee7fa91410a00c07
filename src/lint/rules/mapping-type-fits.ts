import type { Finding } from '../../diagnostic/finding.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { Mapping, Webhook } from '../../model/webhook.ts'
import { mappedFields, mappedSchema } from '../mapped-fields.ts'
import type { Rule } from '../rule.ts'
import { allowedTypes, type SchemaKeywords } from '../schema-at.ts'

/** A value that does not fit is not written, and Marketo says nothing. */
export const mappingTypeFits: Rule = {
  id: 'mapping-type-fits',
  severity: 'error',
  category: 'response',
  summary: 'what the response may hold fits the field that it is mapped onto',
  why: `A value of a type that the field does not take is not written; the documented case is a string for an integer field.
What happens to a value that is too long is not documented: it may be cut or not be written.
Source: Experience League, "Response Mappings", "Field types".`,
  visit: {
    *webhook(webhook, { program }) {
      if (webhook.responseType?.value === undefined || webhook.responseType.value === 'None') return
      for (const { mapping, field } of mappedFields(webhook, program)) {
        const schema = mappedSchema(mapping, webhook)
        if (schema === undefined) continue
        const finding =
          typeMisfit(mapping, field, schema, webhook) ?? tooLong(mapping, field, schema)
        if (finding !== undefined) yield finding
      }
    },
  },
}

function typeMisfit(
  mapping: Mapping,
  field: FieldDefinition,
  schema: SchemaKeywords,
  webhook: Webhook,
): Finding | undefined {
  const types = allowedTypes(schema)
  if (types === undefined) return undefined
  const isXml = webhook.responseType?.value === 'XML'
  const misfit = types.find((type) => !(isXml && type === 'string') && !fits(type, field, schema))
  if (misfit === undefined) return undefined
  return {
    at: mapping.field.at,
    message: `the response may hold ${article(misfit)}, and "${field.displayName}" is ${article(fieldTypeNamed(field.type).title)} field`,
    effect: 'the value is not written, and nothing says so',
    ...(webhook.response === undefined
      ? {}
      : { setBy: [{ at: webhook.response.at, message: 'the response schema' }] }),
    help: 'map onto a field of that type, or agree another type with the endpoint',
  }
}

function fits(type: string, field: FieldDefinition, schema: SchemaKeywords): boolean {
  const { form, name } = fieldTypeNamed(field.type)
  if (type === 'object' || type === 'array') return false
  if (type === 'null') return true
  if (form === 'text') return type === 'string' || (name !== 'date' && name !== 'datetime')
  if (type === 'boolean') return form === 'boolean'
  if (form === 'boolean') return type === 'string' && holdsOnly(schema, /^(?:true|false)$/i)
  if (type === 'number') return name === 'float' || name === 'currency' || isWhole(schema)
  return type === 'integer' || (type === 'string' && holdsOnly(schema, /^-?[0-9]+(?:\.[0-9]+)?$/))
}

function isWhole({ multipleOf }: SchemaKeywords): boolean {
  return typeof multipleOf === 'number' && Number.isInteger(multipleOf)
}

/** A pattern that admits digits and a sign or point between them, nothing else. */
const DIGITS_ONLY = /^\^(?:\\d|\\\.|\[0-9\]|[-?+*(){},0-9:])+\$$/

/** True for a string whose listed values, or whose pattern, all have the form that the field takes. */
function holdsOnly(schema: SchemaKeywords, form: RegExp): boolean {
  const { const: constant, enum: listed, pattern } = schema
  const values = constant === undefined ? listed : [constant]
  if (Array.isArray(values)) return values.every((value) => form.test(String(value)))
  return typeof pattern === 'string' && form.test('1') && DIGITS_ONLY.test(pattern)
}

function tooLong(
  mapping: Mapping,
  field: FieldDefinition,
  schema: SchemaKeywords,
): Finding | undefined {
  const limit = field.length ?? fieldTypeNamed(field.type).maxLength
  const longest = longestText(schema)
  if (limit === undefined || longest === undefined || longest <= limit) return undefined
  return {
    at: mapping.field.at,
    message: `the response may hold ${longest} characters, and "${field.displayName}" takes ${limit}`,
    effect: 'a longer value may be cut or not be written: no source says which',
    assumptions: ['mapping-overflow: truncated', 'mapping-overflow: not-written'],
    help: `agree "maxLength": ${limit} with the endpoint, or map onto a longer field`,
  }
}

function longestText(schema: SchemaKeywords): number | undefined {
  const { const: constant, enum: listed, maxLength } = schema
  const values = constant === undefined ? listed : [constant]
  if (Array.isArray(values)) {
    return Math.max(...values.map((value) => (typeof value === 'string' ? [...value].length : 0)))
  }
  return typeof maxLength === 'number' ? maxLength : undefined
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`
}
