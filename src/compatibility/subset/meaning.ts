import { stableJson } from '../../base/stable-json.ts'
import { followReference, isKeywords, type Keywords } from '../../model/schema/schema-node.ts'
import type { SchemaNode } from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'

/** Keywords that say nothing about which values are valid. Source: JSON Schema, "Meta-data". */
export const ANNOTATIONS: readonly string[] = [
  '$anchor',
  '$comment',
  '$defs',
  '$id',
  '$schema',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'default',
  'definitions',
  'deprecated',
  'description',
  'example',
  'examples',
  'readOnly',
  'title',
  'writeOnly',
]

/** Keywords whose value is a schema, by the form in which it holds schemas. */
const SINGLE: readonly string[] = [
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]
const LISTS: readonly string[] = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']
const MAPS: readonly string[] = [
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]
/** Lists whose order means nothing. */
const SETS: readonly string[] = ['enum', 'required', 'type']

/** References that lead into each other have no end; those are then held to be different. */
const MOST_DEPTH = 32

/**
 * A schema as a text that is the same for schemas that differ only in words, in the order of their keys,
 * and in what stands behind a reference; undefined where references have no end.
 */
export function meaningOf(node: SchemaNode, contract: ContractSchema): string | undefined {
  const { schema } = node
  if (!isKeywords(schema)) return stableJson(schema)
  const known =
    KNOWN.get(contract) ?? new WeakMap<Keywords, { readonly text: string | undefined }>()
  KNOWN.set(contract, known)
  const meaning = known.get(schema) ?? { text: textOf(spell(node, contract, 0)) }
  known.set(schema, meaning)
  return meaning.text
}

/** Proofs ask again and again about the same parts of the same schemas. */
const KNOWN = new WeakMap<
  ContractSchema,
  WeakMap<Keywords, { readonly text: string | undefined }>
>()

function textOf(plain: unknown): string | undefined {
  return plain === ENDLESS ? undefined : stableJson(plain)
}

const ENDLESS = Symbol('endless')

function spell({ schema, document }: SchemaNode, contract: ContractSchema, depth: number): unknown {
  if (!isKeywords(schema)) return schema
  if (depth > MOST_DEPTH) return ENDLESS
  const below = (child: unknown): unknown => spell({ schema: child, document }, contract, depth + 1)
  const spelled: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.includes(keyword) || keyword === '$ref') continue
    const read = spellKeyword(keyword, value, below)
    if (read === ENDLESS) return ENDLESS
    spelled[keyword] = read
  }
  return typeof schema['$ref'] === 'string'
    ? withReferred(schema['$ref'], spelled, (reference) => {
        const target = followReference(reference, document, contract)
        return target === undefined ? ENDLESS : spell(target, contract, depth + 1)
      })
    : spelled
}

/** What is referred to, and what is said beside it. */
function withReferred(
  reference: string,
  own: Keywords,
  follow: (reference: string) => unknown,
): unknown {
  const target = follow(reference)
  if (target === ENDLESS || Object.keys(own).length === 0) return target
  const all = Array.isArray(own['allOf']) ? own['allOf'] : []
  return { ...own, allOf: [target, ...all] }
}

function spellKeyword(
  keyword: string,
  value: unknown,
  below: (child: unknown) => unknown,
): unknown {
  if (LISTS.includes(keyword) && Array.isArray(value)) return endedList(value.map(below))
  if (SINGLE.includes(keyword)) return below(value)
  if (MAPS.includes(keyword) && isKeywords(value)) {
    const entries = Object.entries(value).map(([name, child]) => [name, below(child)] as const)
    const isEndless = entries.some(([, child]) => child === ENDLESS)
    return isEndless ? ENDLESS : Object.fromEntries(entries)
  }
  if (keyword === 'type' && typeof value === 'string') return [value]
  if (SETS.includes(keyword) && Array.isArray(value)) return sorted(value)
  return value
}

function endedList(list: readonly unknown[]): unknown {
  return list.includes(ENDLESS) ? ENDLESS : list
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  const byText = new Map(list.map((value) => [stableJson(value), value]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
