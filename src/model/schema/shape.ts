import type { SchemaNode } from './schema-node.ts'

/** The types of JSON; a whole number is told apart from any number. Source: JSON Schema, "type". */
export const TYPE_NAMES = [
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'integer',
  'string',
] as const

export type TypeName = (typeof TYPE_NAMES)[number]

/**
 * One way in which a value may satisfy a schema: references followed, what must all hold joined, one
 * branch of every choice taken. A value fits the schema when it fits one of the schema's shapes.
 */
export interface Shape {
  /** Never both `number` and `integer`: the first stands for both. */
  readonly types: readonly TypeName[]
  /** What `enum` and `const` leave; undefined where neither restricts. */
  readonly values: readonly unknown[] | undefined
  readonly minLength: number
  readonly maxLength: number | undefined
  readonly patterns: readonly string[]
  readonly formats: readonly string[]
  readonly minimum: number
  readonly maximum: number
  readonly isMinimumExclusive: boolean
  readonly isMaximumExclusive: boolean
  readonly multiples: readonly number[]
  readonly minItems: number
  readonly maxItems: number
  readonly isUnique: boolean
  readonly lists: readonly ListPart[]
  readonly required: readonly string[]
  readonly objects: readonly ObjectPart[]
  /** The branches that were taken, such as `oneOf/1`, outermost first. */
  readonly branches: readonly string[]
  /** Keywords that restrict further and are not understood: the shape allows more than the schema does. */
  readonly beyond: readonly string[]
}

/** What one subschema says of an array's items. */
export interface ListPart {
  readonly first: readonly SchemaNode[]
  readonly rest: SchemaNode | undefined
}

/** What one subschema says of an object's members. */
export interface ObjectPart {
  readonly properties: ReadonlyMap<string, SchemaNode>
  /** For members that are not listed. */
  readonly others: SchemaNode | undefined
}

/** The shape of a schema that allows everything. */
export const ANYTHING: Shape = {
  types: ['null', 'boolean', 'object', 'array', 'number', 'string'],
  values: undefined,
  minLength: 0,
  maxLength: undefined,
  patterns: [],
  formats: [],
  minimum: -Infinity,
  maximum: Infinity,
  isMinimumExclusive: false,
  isMaximumExclusive: false,
  multiples: [],
  minItems: 0,
  maxItems: Infinity,
  isUnique: false,
  lists: [],
  required: [],
  objects: [],
  branches: [],
  beyond: [],
}

/** The names that a shape lists, in the order of the schema. */
export function listedNames({ objects, required }: Shape): readonly string[] {
  return [...new Set([...objects.flatMap(({ properties }) => [...properties.keys()]), ...required])]
}

/** What a member must satisfy; empty where nothing is said about it. */
export function memberNodes({ objects }: Shape, name: string): readonly SchemaNode[] {
  return objects.flatMap(({ properties, others }) => properties.get(name) ?? others ?? [])
}

/** What an array's item must satisfy. */
export function itemNodes({ lists }: Shape, index: number): readonly SchemaNode[] {
  return lists.flatMap(({ first, rest }) => first[index] ?? rest ?? [])
}

/** The type of a value, in the words of JSON Schema. */
export function typeNameOf(value: unknown): TypeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'string') return 'string'
  return typeof value === 'boolean' ? 'boolean' : 'object'
}

/** Whether a type stands in a list, a whole number among the numbers. */
export function isAmong(type: TypeName, types: readonly TypeName[]): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

/**
 * The types that a schema's author had in mind: those that are stated or, where none is, those that the
 * other keywords are about. Undefined where nothing at all is said.
 */
export function meantTypes(shape: Shape): readonly TypeName[] | undefined {
  if (shape.values !== undefined) return [...new Set(shape.values.map(typeNameOf))]
  if (shape.types.length < ANYTHING.types.length) return shape.types
  const isText = shape.patterns.length + shape.formats.length + shape.minLength > 0
  const isNumber = shape.minimum > -Infinity || shape.maximum < Infinity
  const meant: readonly TypeName[] = [
    ...(shape.objects.length + shape.required.length > 0 ? ['object' as const] : []),
    ...(shape.lists.length > 0 || shape.minItems > 0 ? ['array' as const] : []),
    ...(isText || shape.maxLength !== undefined ? ['string' as const] : []),
    ...(isNumber || shape.multiples.length > 0 ? ['number' as const] : []),
  ]
  return meant.length === 0 ? undefined : meant
}
