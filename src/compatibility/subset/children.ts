import { asKeywords, type Keywords, type SchemaNode } from '../../model/schema/schema-node.ts'
import { isKeywords } from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import type { Alternative } from './alternative.ts'

/** What a member of that name must satisfy; nothing where nothing is said about it. */
export function memberNodes({ nodes }: Alternative, name: string): readonly SchemaNode[] {
  return nodes.flatMap(({ schema, document }) => {
    const keywords = asKeywords(schema)
    const listed = asKeywords(keywords['properties'])
    const found = [
      ...(Object.hasOwn(listed, name) ? [listed[name]] : []),
      ...Object.entries(asKeywords(keywords['patternProperties'])).flatMap(([pattern, child]) =>
        matches(pattern, name) ? [child] : [],
      ),
    ]
    const said = found.length > 0 ? found : othersOf(keywords)
    return said.map((child) => ({ schema: child, document }))
  })
}

/** What a member must satisfy that nothing names; where a pattern may name it, nothing is sure. */
export function otherMemberNodes({ nodes }: Alternative): readonly SchemaNode[] {
  return nodes.flatMap(({ schema, document }) => {
    const keywords = asKeywords(schema)
    if (Object.hasOwn(keywords, 'patternProperties')) return []
    return othersOf(keywords).map((child) => ({ schema: child, document }))
  })
}

/** Every name that is listed or required. */
export function namesOf({ nodes, shape }: Alternative): readonly string[] {
  const listed = nodes.flatMap(({ schema }) =>
    Object.keys(asKeywords(asKeywords(schema)['properties'])),
  )
  return [...new Set([...listed, ...shape.required])]
}

function othersOf(keywords: Keywords): readonly unknown[] {
  const others = keywords['additionalProperties']
  return others === undefined ? [] : [others]
}

/** What the item at a position must satisfy; `undefined` stands for those behind all that are listed. */
export function itemNodes(
  { nodes }: Alternative,
  position: number | undefined,
  contract: ContractSchema,
): readonly SchemaNode[] {
  return nodes.flatMap(({ schema, document }) => {
    const { first, rest } = itemSchemas(asKeywords(schema), contract)
    const child = position === undefined ? rest : (first[position] ?? rest)
    return child === undefined ? [] : [{ schema: child, document }]
  })
}

/** How many positions have a schema of their own. */
export function listedItems({ nodes }: Alternative, contract: ContractSchema): number {
  return Math.max(
    0,
    ...nodes.map(({ schema }) => itemSchemas(asKeywords(schema), contract).first.length),
  )
}

/** The schemas of items by position, and of those behind. Draft 2020-12 writes them in another way. */
export function itemSchemas(
  { items, prefixItems, additionalItems }: Keywords,
  contract: ContractSchema,
): { readonly first: readonly unknown[]; readonly rest: unknown } {
  if (isNewer(contract))
    return { first: Array.isArray(prefixItems) ? prefixItems : [], rest: items }
  return Array.isArray(items) ? { first: items, rest: additionalItems } : { first: [], rest: items }
}

/** Whether a schema is of draft 2020-12. */
export function isNewer({ schema }: Pick<ContractSchema, 'schema'>): boolean {
  const dialect = isKeywords(schema) ? schema['$schema'] : undefined
  return typeof dialect === 'string' && dialect.includes('2020-12')
}

export function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text)
  } catch {
    return false
  }
}
