import {
  asKeywords,
  isKeywords,
  type Keywords,
  type SchemaNode,
} from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { conjunctsOf, type Alternative } from './alternative.ts'
import { meaningOf } from './meaning.ts'

/** Keywords that narrow a schema and that no rule understands: they are proven only where the same is said already. */
export const UNPROVABLE: readonly string[] = [
  '$dynamicRef',
  '$recursiveRef',
  'contains',
  'maxContains',
  'minContains',
  'unevaluatedItems',
  'unevaluatedProperties',
]

/** Keywords that mean something only together with others beside them. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  additionalItems: ['additionalItems', 'items'],
  additionalProperties: ['additionalProperties', 'properties', 'patternProperties'],
  contains: ['contains', 'minContains', 'maxContains'],
  if: ['if', 'then', 'else'],
  items: ['items', 'prefixItems', 'additionalItems'],
  maxContains: ['contains', 'minContains', 'maxContains'],
  minContains: ['contains', 'minContains', 'maxContains'],
}

/** Keywords that depend on everything around them. */
const ON_ALL: readonly string[] = [
  '$dynamicRef',
  '$recursiveRef',
  'unevaluatedItems',
  'unevaluatedProperties',
]

/** Whether one of the inner schemas says the same with the same keyword. */
export function isSaidAlready(
  keyword: string,
  { nodes, of }: Alternative,
  { schema, document }: SchemaNode,
  contract: ContractSchema,
): boolean {
  if (ON_ALL.includes(keyword)) return false
  const partOf = (node: SchemaNode): string | undefined => {
    const keywords = asKeywords(node.schema)
    if (!Object.hasOwn(keywords, keyword)) return undefined
    return meaningOf({ ...node, schema: together(keyword, keywords) }, contract)
  }
  const wanted = partOf({ schema, document })
  return (
    wanted !== undefined &&
    [...nodes, ...conjunctsOf(of, contract)].some((node) => partOf(node) === wanted)
  )
}

function together(keyword: string, keywords: Keywords): Keywords {
  const names = TOGETHER[keyword] ?? [keyword]
  const entries = names.flatMap((name) => {
    if (!Object.hasOwn(keywords, name)) return []
    const value = keywords[name]
    const isNames = name !== keyword && ['properties', 'patternProperties'].includes(name)
    return [[name, isNames && isKeywords(value) ? namesAlone(value) : value]]
  })
  return Object.fromEntries(entries)
}

/** For what is not listed, only the names of what is listed matter. */
function namesAlone(value: Keywords): Keywords {
  return Object.fromEntries(Object.keys(value).map((name) => [name, true]))
}
