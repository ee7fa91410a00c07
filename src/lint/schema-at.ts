import type { ContractSchema, JsonSchema } from '../model/webhook.ts'

/** A subschema that is an object of keywords. */
export type SchemaKeywords = Readonly<Record<string, unknown>>

/**
 * The subschema for a place in a document, or undefined where the schema says nothing about it
 * or says it in a way that one subschema cannot tell (`anyOf`, patterns of property names).
 */
export function schemaAt(
  contract: ContractSchema | undefined,
  path: readonly (string | number)[],
): SchemaKeywords | undefined {
  let current = follow(contract?.schema, contract?.schema)
  for (const step of path) {
    current = follow(child(current, step), contract?.schema)
    if (current === undefined) return undefined
  }
  return current
}

/** The types that a subschema allows; undefined when it does not restrict them. */
export function allowedTypes(schema: SchemaKeywords): readonly string[] | undefined {
  const { type, const: constant, enum: values } = schema
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string')
  if (constant !== undefined) return [typeOf(constant)]
  return Array.isArray(values) ? [...new Set(values.map(typeOf))] : undefined
}

/** The values that a subschema lists, as texts in lower case; undefined when it lists none. */
export function listedValues(schema: SchemaKeywords | undefined): readonly string[] | undefined {
  if (schema === undefined) return undefined
  const { const: constant, enum: listed } = schema
  const values = constant === undefined ? listed : [constant]
  return Array.isArray(values) ? values.map((value) => String(value).toLowerCase()) : undefined
}

function child(schema: SchemaKeywords | undefined, step: string | number): unknown {
  if (schema === undefined) return undefined
  if (typeof step === 'number')
    return Array.isArray(schema['items']) ? schema['items'][step] : schema['items']
  const properties = schema['properties']
  return isKeywords(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined
}

/** Resolves references within the same file; one that leads elsewhere is not followed here. */
function follow(schema: unknown, root: JsonSchema | undefined): SchemaKeywords | undefined {
  let current: unknown = schema
  for (let depth = 0; depth < 16 && isKeywords(current); depth++) {
    const reference = current['$ref']
    if (typeof reference !== 'string') return current
    current = pointTo(root, reference)
  }
  return undefined
}

function pointTo(root: JsonSchema | undefined, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined
  let current: unknown = root
  for (const part of reference.slice(1).split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    current = isKeywords(current) && Object.hasOwn(current, key) ? current[key] : undefined
  }
  return current
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

function isKeywords(value: unknown): value is SchemaKeywords {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
