import {
  asKeywords,
  followReference,
  rootNode,
  type Keywords,
  type SchemaNode,
} from '../model/schema/schema-node.ts'
import type { ContractSchema } from '../model/webhook.ts'

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

/** Longer chains of references lead back to where they began. */
const MOST_REFERENCES = 16

/** The members of an object schema, nested ones included, in the order of the schema. */
export function schemaRows(contract: ContractSchema | undefined): readonly SchemaRow[] {
  return contract === undefined
    ? []
    : rowsOf(rootNode(contract), { contract, path: [], around: [] })
}

interface Place {
  readonly contract: ContractSchema
  readonly path: readonly string[]
  /** The schemas in which this one stands: what holds itself is described once. */
  readonly around: readonly unknown[]
}

function rowsOf(node: SchemaNode, { contract, path, around }: Place): readonly SchemaRow[] {
  const { schema, document } = resolved(node, contract)
  const keywords = asKeywords(schema)
  if (around.includes(schema)) return []
  const required = Array.isArray(keywords['required']) ? keywords['required'] : []
  return Object.entries(asKeywords(keywords['properties'])).flatMap(([name, member]) => {
    const inside = resolved({ schema: member, document }, contract)
    const own = asKeywords(inside.schema)
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
    return [row, ...rowsOf(inside, { contract, path: here, around: [...around, schema] })]
  })
}

function typeWords(schema: Keywords): string {
  const { type, const: constant } = schema
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return type.join(' or ')
  return constant === undefined ? 'any' : typeof constant
}

function allowedWords(schema: Keywords): string {
  const { enum: values, const: constant, pattern, format } = schema
  return joined([
    Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : undefined,
    constant === undefined ? undefined : JSON.stringify(constant),
    typeof pattern === 'string' ? `pattern ${pattern}` : undefined,
    typeof format === 'string' ? `format ${format}` : undefined,
  ])
}

function limitWords(schema: Keywords): string {
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

/** The schema behind a chain of references; one without keywords where it leads nowhere. */
function resolved(node: SchemaNode, contract: ContractSchema): SchemaNode {
  let current: SchemaNode = node
  for (let depth = 0; depth < MOST_REFERENCES; depth++) {
    const reference = asKeywords(current.schema)['$ref']
    if (typeof reference !== 'string') return current
    current = followReference(reference, current.document, contract) ?? { ...current, schema: true }
  }
  return { ...current, schema: true }
}
