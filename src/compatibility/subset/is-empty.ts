import type { SchemaNode } from '../../model/schema/schema-node.ts'
import { isAmong, type Shape, type TypeName } from '../../model/schema/shape.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { alternativesOf, type Alternative } from './alternative.ts'
import { itemNodes, matches, memberNodes } from './children.ts'

/** Deeper contradictions are not looked for. */
const MOST_DEPTH = 6

/** Whether it is sure that no value satisfies all of the nodes. */
export function isImpossible(
  nodes: readonly SchemaNode[],
  contract: ContractSchema,
  depth = 0,
): boolean {
  if (depth > MOST_DEPTH) return false
  return alternativesOf(nodes, contract).every((each) => isEmpty(each, contract, depth))
}

/** Whether it is sure that nothing satisfies an alternative. */
export function isEmpty(alternative: Alternative, contract: ContractSchema, depth = 0): boolean {
  const { shape } = alternative
  if (shape.values !== undefined) {
    return shape.values.every((value) => isBarred(value, alternative, contract, depth))
  }
  return shape.types.every((type) => isEmptyType(type, alternative, contract, depth))
}

function isEmptyType(
  type: TypeName,
  alternative: Alternative,
  contract: ContractSchema,
  depth: number,
): boolean {
  const { shape } = alternative
  switch (type) {
    case 'string':
      return shape.minLength > (shape.maxLength ?? Infinity)
    case 'number':
    case 'integer':
      return isEmptyRange(shape)
    case 'array':
      return isEmptyList(alternative, contract, depth)
    case 'object':
      return shape.required.some((name) =>
        isImpossible(memberNodes(alternative, name), contract, depth + 1),
      )
    case 'null':
    case 'boolean':
      return false
  }
}

function isEmptyRange({
  minimum,
  maximum,
  isMinimumExclusive,
  isMaximumExclusive,
}: Shape): boolean {
  return minimum > maximum || (minimum === maximum && (isMinimumExclusive || isMaximumExclusive))
}

function isEmptyList(alternative: Alternative, contract: ContractSchema, depth: number): boolean {
  const { minItems, maxItems } = alternative.shape
  if (minItems > maxItems) return true
  return Array.from({ length: Math.min(minItems, MOST_DEPTH) }, (_item, position) =>
    isImpossible(itemNodes(alternative, position, contract), contract, depth + 1),
  ).includes(true)
}

/** Whether another keyword beside the list of values forbids one of them. */
function isBarred(
  value: unknown,
  alternative: Alternative,
  contract: ContractSchema,
  depth: number,
): boolean {
  const { shape } = alternative
  if (typeof value === 'string') {
    const length = [...value].length
    return (
      length < shape.minLength ||
      length > (shape.maxLength ?? Infinity) ||
      shape.patterns.some((pattern) => !matches(pattern, value))
    )
  }
  if (typeof value === 'number') return value < shape.minimum || value > shape.maximum
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (!isAmong('object', shape.types)) return true
  return Object.entries(value).some(([name, member]) =>
    isImpossible(
      [...memberNodes(alternative, name), { schema: { const: member }, document: '' }],
      contract,
      depth + 1,
    ),
  )
}
