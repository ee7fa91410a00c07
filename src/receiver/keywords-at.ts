import { pointerOf } from '../base/json-pointer.ts'
import {
  asKeywords,
  followReference,
  isKeywords,
  ownAt,
  rootNode,
  type Keywords,
} from '../model/schema/schema-node.ts'
import type { ContractSchema } from '../model/webhook.ts'

/** The keywords that decide about a text, a number or a Boolean. Source: JSON Schema, "Validation". */
export const VALUE_KEYWORDS = [
  'type',
  'enum',
  'const',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
] as const

export type ValueKeyword = (typeof VALUE_KEYWORDS)[number]

/** A keyword of a schema that decides about the value at a place of the document. */
export interface PlacedKeyword {
  readonly keyword: ValueKeyword
  readonly value: unknown
  /** Where it is written: a JSON Pointer, behind the path of its file where that is another one. */
  readonly row: string
  /** False where it is one of several alternatives and need not hold. */
  readonly isCertain: boolean
}

/** A schema in its document, and how we came there. */
interface Standpoint {
  readonly schema: Keywords
  readonly document: string
  readonly pointer: string
  readonly isCertain: boolean
}

/** Schemas may refer to themselves without an end. */
const MOST_DEPTH = 24

/** The keywords that decide about the value at `place`, wherever references and combinations put them. */
export function keywordsAt(
  contract: ContractSchema,
  place: readonly (string | number)[],
): readonly PlacedKeyword[] {
  const { schema, document } = rootNode(contract)
  const start = { schema: asKeywords(schema), document, pointer: '', isCertain: true }
  let standpoints = spread(start, contract, 0)
  for (const key of place) {
    standpoints = standpoints
      .flatMap((standpoint) => membersOf(standpoint, key))
      .flatMap((standpoint) => spread(standpoint, contract, 0))
  }
  return standpoints.flatMap((standpoint) => keywordsOf(standpoint, contract))
}

function keywordsOf(
  { schema, document, pointer, isCertain }: Standpoint,
  contract: ContractSchema,
): readonly PlacedKeyword[] {
  const prefix = document === contract.path ? '' : `${document}#`
  return VALUE_KEYWORDS.filter((keyword) => Object.hasOwn(schema, keyword)).map((keyword) => ({
    keyword,
    value: schema[keyword],
    row: `${prefix}${pointer}/${keyword}`,
    isCertain,
  }))
}

/** A schema with everything that is said beside it: what it refers to, what must all hold, and what may. */
function spread(from: Standpoint, contract: ContractSchema, depth: number): readonly Standpoint[] {
  if (depth > MOST_DEPTH) return []
  const referred = refer(from, contract)
  const all = asList(from.schema['allOf']).map((_part, nth) => into(from, ['allOf', nth]))
  const any = ['anyOf', 'oneOf'].flatMap((keyword) =>
    asList(from.schema[keyword]).map((_part, nth) => into(from, [keyword, nth])),
  )
  const conditional = ['then', 'else'].map((keyword) => into(from, [keyword]))
  const maybe = [...any, ...conditional].map((part) => part && { ...part, isCertain: false })
  const parts = [referred, ...all, ...maybe].filter((part) => part !== undefined)
  return [from, ...parts.flatMap((part) => spread(part, contract, depth + 1))]
}

function refer(
  { schema, document, isCertain }: Standpoint,
  contract: ContractSchema,
): Standpoint | undefined {
  const reference = schema['$ref']
  if (typeof reference !== 'string') return undefined
  const target = followReference(reference, document, contract)
  return target && { ...target, schema: asKeywords(target.schema), isCertain }
}

/** The schemas of a member or an element. */
function membersOf(from: Standpoint, key: string | number): readonly Standpoint[] {
  const steps =
    typeof key === 'number' ? elementSteps(from.schema, key) : memberSteps(from.schema, key)
  return steps.map((step) => into(from, step)).filter((part) => part !== undefined)
}

function memberSteps(schema: Keywords, key: string): readonly (readonly string[])[] {
  const named = Object.hasOwn(asKeywords(schema['properties']), key) ? [['properties', key]] : []
  const patterned = Object.keys(asKeywords(schema['patternProperties']))
    .filter((pattern) => matches(pattern, key))
    .map((pattern) => ['patternProperties', pattern])
  const steps = [...named, ...patterned]
  return steps.length === 0 ? [['additionalProperties']] : steps
}

function elementSteps(schema: Keywords, nth: number): readonly (readonly (string | number)[])[] {
  for (const keyword of ['prefixItems', 'items']) {
    if (asList(schema[keyword])[nth] !== undefined) return [[keyword, nth]]
  }
  return [[Array.isArray(schema['items']) ? 'additionalItems' : 'items']]
}

function matches(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(key)
  } catch {
    return false
  }
}

/** The schema some steps further; undefined where there is none. */
function into(from: Standpoint, steps: readonly (string | number)[]): Standpoint | undefined {
  let current: unknown = from.schema
  for (const step of steps) current = ownAt(current, step)
  if (!isKeywords(current)) return undefined
  return { ...from, schema: current, pointer: from.pointer + pointerOf(steps) }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
