import type { JsonSchema } from '../model/webhook.ts'

/** A member of a document as a schema describes it. */
export interface SchemaRow {
  /** `attributes.link`, `orders[].id`. */
  readonly member: string
  readonly path: readonly string[]
  readonly type: string
  readonly isRequired: boolean
  readonly allowed: string
  /** How long, how large, in words. */
  readonly limits: string
  /** The values that the schema lists; empty where it lists none. */
  readonly values: readonly unknown[]
  readonly meaning: string
}

/** The members of an object schema, nested ones included, in the order of the schema. */
export function schemaRows(schema: JsonSchema | undefined): readonly SchemaRow[] {
  return rowsOf(schema, [], schema)
}

function rowsOf(schema: unknown, path: readonly string[], root: unknown): readonly SchemaRow[] {
  const keywords = follow(schema, root)
  const properties = asRecord(keywords['properties'])
  const required = Array.isArray(keywords['required']) ? keywords['required'] : []
  return Object.entries(properties).flatMap(([name, member]) => {
    const own = follow(member, root)
    const here = [...path, name]
    const row: SchemaRow = {
      member: here.join('.'),
      path: here,
      type: typeWords(own),
      isRequired: required.includes(name),
      allowed: allowedWords(own),
      limits: limitWords(own),
      values: Array.isArray(own['enum']) ? own['enum'] : [],
      meaning: typeof own['description'] === 'string' ? own['description'] : '',
    }
    return [row, ...rowsOf(own, here, root)]
  })
}

function typeWords(schema: Readonly<Record<string, unknown>>): string {
  const { type, const: constant } = schema
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return type.join(' or ')
  return constant === undefined ? 'any' : typeof constant
}

function allowedWords(schema: Readonly<Record<string, unknown>>): string {
  const { enum: values, const: constant, pattern, format } = schema
  return joined([
    Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : undefined,
    constant === undefined ? undefined : JSON.stringify(constant),
    typeof pattern === 'string' ? `pattern ${pattern}` : undefined,
    typeof format === 'string' ? `format ${format}` : undefined,
  ])
}

function limitWords(schema: Readonly<Record<string, unknown>>): string {
  return joined([
    limit('at least', schema['minimum'], ''),
    limit('at most', schema['maximum'], ''),
    limit('more than', schema['exclusiveMinimum'], ''),
    limit('less than', schema['exclusiveMaximum'], ''),
    limit('at least', schema['minLength'], ' characters'),
    limit('at most', schema['maxLength'], ' characters'),
  ])
}

function limit(words: string, value: unknown, unit: string): string | undefined {
  return typeof value === 'number' ? `${words} ${value}${unit}` : undefined
}

function joined(words: readonly (string | undefined)[]): string {
  return words.flatMap((word) => word ?? []).join('; ')
}

function follow(schema: unknown, root: unknown): Readonly<Record<string, unknown>> {
  let current = asRecord(schema)
  for (let depth = 0; depth < 8; depth++) {
    const reference = current['$ref']
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return current
    let target: unknown = root
    for (const key of reference.slice(2).split('/')) target = asRecord(target)[key]
    current = asRecord(target)
  }
  return current
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
