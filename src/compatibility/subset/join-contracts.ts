import { isKeywords } from '../../model/schema/schema-node.ts'
import type { ContractSchema, JsonSchema } from '../../model/webhook.ts'
import { isNewer } from './children.ts'

/** Where the documents of each side stand in the joined contract. */
export const BEFORE = 'before/'
export const AFTER = 'after/'

/**
 * Two contracts as one, so that references of both can be followed side by side; its own schema is the
 * new one. Undefined where they are of different dialects and use what the dialects spell differently.
 */
export function joinContracts(
  before: ContractSchema,
  after: ContractSchema,
): ContractSchema | undefined {
  const isSameDialect = isNewer(before) === isNewer(after)
  if (!isSameDialect && [before, after].some(usesDialect)) return undefined
  return {
    at: after.at,
    path: AFTER + after.path,
    schema: after.schema,
    referenced: { ...under(BEFORE, before), ...under(AFTER, after) },
  }
}

function under(
  folder: string,
  { path, schema, referenced }: ContractSchema,
): ContractSchema['referenced'] {
  const own = schema === undefined ? [] : [[folder + path, schema] as const]
  const others = Object.entries(referenced).map(([name, other]) => [folder + name, other] as const)
  return Object.fromEntries([...others, ...own])
}

/** Keywords that draft-07 and 2020-12 do not both have, or read differently. */
const DIFFERENT: readonly string[] = [
  '$dynamicRef',
  '$recursiveRef',
  'additionalItems',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'maxContains',
  'minContains',
  'prefixItems',
  'unevaluatedItems',
  'unevaluatedProperties',
]

function usesDialect({ schema, referenced }: ContractSchema): boolean {
  return [schema, ...Object.values(referenced)].some(holdsDialect)
}

function holdsDialect(schema: JsonSchema | unknown): boolean {
  if (Array.isArray(schema)) return schema.some(holdsDialect)
  if (!isKeywords(schema)) return false
  return Object.entries(schema).some(
    ([keyword, value]) =>
      DIFFERENT.includes(keyword) ||
      (keyword === 'items' && Array.isArray(value)) ||
      holdsDialect(value),
  )
}
