import { asKeywords } from '../../model/schema/schema-node.ts'
import { itemNodes, itemSchemas, listedItems } from './children.ts'
import type { KeywordQuestion, KeywordRule } from './question.ts'

/** Rules for lists. */
export const LIST_RULES: Readonly<Record<string, KeywordRule>> = {
  minItems: ofList(({ shape, value }) => shape.minItems >= Number(value)),
  maxItems: ofList(({ shape, value }) => shape.maxItems <= Number(value)),
  uniqueItems: ofList(
    ({ shape, value }) => value !== true || shape.isUnique || shape.maxItems <= 1,
  ),
  items: ofList(areItemsWithin),
  prefixItems: ofList(areItemsWithin),
  additionalItems: ofList(areItemsWithin),
}

function ofList(rule: KeywordRule): KeywordRule {
  return (question) => question.type !== 'array' || rule(question)
}

/** All that a schema says of items at once: each position that either side names, then all behind them. */
function areItemsWithin(question: KeywordQuestion): boolean {
  const { inner, shape, outer, contract, isWithin } = question
  const { first, rest } = itemSchemas(asKeywords(outer.schema), contract)
  const named = Math.max(first.length, listedItems(inner, contract))
  const positions = Array.from({ length: Math.min(named, shape.maxItems) }, (_item, nth) => nth)
  const isRestWithin =
    rest === undefined ||
    shape.maxItems <= named ||
    isWithin(itemNodes(inner, undefined, contract), rest)
  return (
    isRestWithin &&
    positions.every((position) => {
      const schema = first[position] ?? rest
      return schema === undefined || isWithin(itemNodes(inner, position, contract), schema)
    })
  )
}
