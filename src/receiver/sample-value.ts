import { sampleText, type SampleSize } from '../model/schema/sample-text.ts'
import {
  asKeywords,
  followReference,
  isKeywords,
  rootNode,
  type Keywords,
  type SchemaNode,
} from '../model/schema/schema-node.ts'
import type { ContractSchema } from '../model/webhook.ts'

interface Sampling {
  readonly contract: ContractSchema
  /** The document in which we are, for references inside it. */
  readonly document: string
  readonly size: SampleSize
  readonly depth: number
}

/** A value that a contract schema allows, as far as its usual keywords say. */
export function sampleValue(contract: ContractSchema, size: SampleSize): unknown {
  const { schema, document } = rootNode(contract)
  return sampleOf(schema, { contract, document, size, depth: 0 })
}

function sampleOf(schema: unknown, sampling: Sampling): unknown {
  if (!isKeywords(schema) || sampling.depth > MOST_DEPTH) return {}
  const deeper = { ...sampling, depth: sampling.depth + 1 }
  const elsewhere = otherDocument(schema['$ref'], deeper)
  if (elsewhere !== undefined)
    return sampleOf(elsewhere.schema, { ...deeper, document: elsewhere.document })
  const keywords = flattened(schema, deeper)
  if (Object.hasOwn(keywords, 'const')) return keywords['const']
  if (Array.isArray(keywords['enum'])) return chooseEnum(keywords['enum'], sampling.size)
  return sampleOfType(typeOf(keywords), keywords, deeper)
}

/** Schemas may refer to themselves without an end. */
const MOST_DEPTH = 24

/** Deeper than this, members that may be absent are. */
const OPTIONAL_DEPTH = 12

/** What a reference to another file means; its own references are read from there. */
function otherDocument(
  reference: unknown,
  { contract, document }: Sampling,
): SchemaNode | undefined {
  if (typeof reference !== 'string' || reference.startsWith('#')) return undefined
  return followReference(reference, document, contract)
}

/** One set of keywords for what is referred to, what must all hold, and the first of what may. */
function flattened(schema: Keywords, sampling: Sampling): Keywords {
  if (sampling.depth > MOST_DEPTH) return {}
  const deeper = { ...sampling, depth: sampling.depth + 1 }
  const { $ref, allOf, oneOf, anyOf, ...own } = schema
  const parts = [
    ...(typeof $ref === 'string' ? [hereOnly($ref, sampling)] : []),
    ...(Array.isArray(allOf) ? allOf : []),
    ...(Array.isArray(oneOf) ? oneOf.slice(0, 1) : []),
    ...(Array.isArray(anyOf) ? anyOf.slice(0, 1) : []),
  ]
  return parts.reduce<Keywords>(
    (all, part) => merged(all, flattened(asKeywords(part), deeper)),
    own,
  )
}

/** What a reference inside the document means; keywords of another one would lose their place. */
function hereOnly(reference: string, { contract, document }: Sampling): unknown {
  const target = followReference(reference, document, contract)
  return target?.document === document ? target.schema : undefined
}

function merged(one: Keywords, other: Keywords): Keywords {
  const properties = { ...asKeywords(one['properties']), ...asKeywords(other['properties']) }
  const required = [...asList(one['required']), ...asList(other['required'])]
  return {
    ...one,
    ...other,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  }
}

function chooseEnum(values: readonly unknown[], size: SampleSize): unknown {
  if (size === 'usual') return values[0]
  return values.toSorted((a, b) => String(b).length - String(a).length)[0]
}

function sampleOfType(type: string, schema: Keywords, sampling: Sampling): unknown {
  switch (type) {
    case 'object':
      return sampleObject(schema, sampling)
    case 'array':
      return sampleList(schema, sampling)
    case 'integer':
      return sampleNumber(schema, 1)
    case 'number':
      return sampleNumber(schema, 0.5)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return sampleText(schema, sampling.size)
  }
}

function sampleObject(schema: Keywords, sampling: Sampling): unknown {
  const properties = asKeywords(schema['properties'])
  const others = isKeywords(schema['additionalProperties']) ? schema['additionalProperties'] : {}
  const optional = sampling.depth > OPTIONAL_DEPTH ? [] : Object.keys(properties)
  const names = [...optional, ...asList(schema['required']).map(String)]
  return Object.fromEntries(
    [...new Set(names)]
      .filter((name) => properties[name] !== false)
      .map((name) => [
        name,
        sampleOf(Object.hasOwn(properties, name) ? properties[name] : others, sampling),
      ]),
  )
}

/** At least one, so that a mapping of `list[0]` finds something where the schema lets it. */
function sampleList(schema: Keywords, sampling: Sampling): readonly unknown[] {
  const { items, prefixItems, minItems, maxItems } = schema
  const first = asList(prefixItems ?? (Array.isArray(items) ? items : []))
  const rest = Array.isArray(items) ? schema['additionalItems'] : items
  const least = typeof minItems === 'number' ? minItems : 0
  const most = typeof maxItems === 'number' ? maxItems : Infinity
  const length = Math.min(most, Math.max(1, least, first.length))
  return Array.from({ length }, (_, index) => sampleOf(first[index] ?? rest ?? {}, sampling))
}

/** The number nearest to one that the bounds allow, on the grid that they ask for. */
function sampleNumber(schema: Keywords, step: number): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const grid = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : 1
  const least = Math.max(
    typeof minimum === 'number' ? minimum : -Infinity,
    typeof exclusiveMinimum === 'number' ? exclusiveMinimum + step : -Infinity,
  )
  const most = Math.min(
    typeof maximum === 'number' ? maximum : Infinity,
    typeof exclusiveMaximum === 'number' ? exclusiveMaximum - step : Infinity,
  )
  const wanted = Math.min(most, Math.max(least, 1))
  const below = Math.floor(wanted / grid) * grid
  const candidates = [below, below + grid, wanted]
  return candidates.find((value) => value >= least && value <= most) ?? wanted
}

function typeOf(schema: Keywords): string {
  const { type } = schema
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return String(type.find((name) => name !== 'null') ?? 'null')
  if (['properties', 'required'].some((keyword) => Object.hasOwn(schema, keyword))) return 'object'
  return Object.hasOwn(schema, 'items') || Object.hasOwn(schema, 'prefixItems') ? 'array' : 'string'
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
