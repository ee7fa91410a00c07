import { isKeywords, type Keywords, type SchemaNode } from './schema-node.ts'
import { ANYTHING, TYPE_NAMES, type ListPart, type Shape, type TypeName } from './shape.ts'

/** Keywords that narrow a schema in ways that a shape does not hold. */
const BEYOND: readonly string[] = [
  '$dynamicRef',
  '$recursiveRef',
  'contains',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'if',
  'maxProperties',
  'minProperties',
  'not',
  'patternProperties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
]

/** What a subschema's own keywords say, references and choices left out. */
export function ownShape(schema: Keywords, document: string, isNewer: boolean): Shape {
  const number = (name: string): number | undefined => {
    const value = schema[name]
    return typeof value === 'number' ? value : undefined
  }
  const least = number('minimum') ?? -Infinity
  const most = number('maximum') ?? Infinity
  const above = number('exclusiveMinimum') ?? -Infinity
  const below = number('exclusiveMaximum') ?? Infinity
  return {
    ...ANYTHING,
    types: typesOf(schema),
    values: valuesOf(schema),
    minLength: number('minLength') ?? 0,
    maxLength: number('maxLength'),
    patterns: texts(schema['pattern']),
    formats: texts(schema['format']),
    minimum: Math.max(least, above),
    maximum: Math.min(most, below),
    isMinimumExclusive: above > -Infinity && above >= least,
    isMaximumExclusive: below < Infinity && below <= most,
    multiples: [number('multipleOf') ?? []].flat(),
    minItems: number('minItems') ?? 0,
    maxItems: number('maxItems') ?? Infinity,
    isUnique: schema['uniqueItems'] === true,
    lists: listParts(schema, document, isNewer),
    required: listOf(schema['required']).flatMap(texts),
    objects: objectParts(schema, document),
    beyond: BEYOND.filter((keyword) => Object.hasOwn(schema, keyword)).map(
      (keyword) => `"${keyword}"`,
    ),
  }
}

/** `nullable` is OpenAPI's word; the validator that judges answers knows it, too. */
function typesOf({ type, nullable }: Keywords): readonly TypeName[] {
  const named = TYPE_NAMES.filter((name) => [type].flat().includes(name))
  if (named.length === 0) return ANYTHING.types
  const types = nullable === true && !named.includes('null') ? ['null' as const, ...named] : named
  return types.includes('number') ? types.filter((name) => name !== 'integer') : types
}

function valuesOf(schema: Keywords): readonly unknown[] | undefined {
  if (Object.hasOwn(schema, 'const')) return [schema['const']]
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined
}

function listParts(schema: Keywords, document: string, isNewer: boolean): readonly ListPart[] {
  const { items, prefixItems, additionalItems } = schema
  const node = (child: unknown): SchemaNode => ({ schema: child, document })
  const byPosition = isNewer ? prefixItems : Array.isArray(items) ? items : []
  const rest = isNewer ? items : Array.isArray(items) ? additionalItems : items
  const first = listOf(byPosition).map(node)
  if (first.length === 0 && rest === undefined) return []
  return [{ first, rest: rest === undefined ? undefined : node(rest) }]
}

function objectParts(schema: Keywords, document: string): Shape['objects'] {
  const { properties, additionalProperties: others } = schema
  if (!isKeywords(properties) && others === undefined) return []
  const listed = Object.entries(isKeywords(properties) ? properties : {})
  return [
    {
      properties: new Map(listed.map(([name, child]) => [name, { schema: child, document }])),
      others: others === undefined ? undefined : { schema: others, document },
    },
  ]
}

function texts(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
