import { boundaryNumbers } from '../model/schema/boundary-numbers.ts'
import { boundaryTexts, NO_PROBES } from '../model/schema/boundary-texts.ts'
import type { SchemaNode } from '../model/schema/schema-node.ts'
import {
  itemNodes,
  listedNames,
  meantTypes,
  memberNodes,
  type Shape,
  type TypeName,
} from '../model/schema/shape.ts'
import { shapesOf } from '../model/schema/shapes-of.ts'
import type { ContractSchema } from '../model/webhook.ts'

/** Deeper than this, what may be absent is. */
const OPTIONAL_DEPTH = 6

/** Deeper than this, a schema that requires itself has no end. */
const MOST_DEPTH = 16

/** An ordinary value that satisfies all of the nodes, every optional member with it; undefined where there is none. */
export function sampleOfNodes(
  nodes: readonly SchemaNode[],
  contract: ContractSchema,
  depth = 0,
): unknown {
  const shapes = shapesOf(nodes, contract)
  const shape = shapes.find((each) => meantTypes(each)?.[0] !== 'null') ?? shapes[0]
  return shape === undefined || depth > MOST_DEPTH
    ? undefined
    : sampleOfShape(shape, contract, depth)
}

/** An ordinary value of one shape, of its first type that is not null. */
export function sampleOfShape(shape: Shape, contract: ContractSchema, depth = 0): unknown {
  if (shape.values !== undefined) return shape.values[0]
  const types = meantTypes(shape) ?? ['string']
  const type = types.find((name) => name !== 'null') ?? 'null'
  return sampleOfType(type, shape, contract, depth)
}

export function sampleOfType(
  type: TypeName,
  shape: Shape,
  contract: ContractSchema,
  depth = 0,
): unknown {
  switch (type) {
    case 'null':
      return null
    case 'boolean':
      return true
    case 'number':
    case 'integer':
      return boundaryNumbers(shape, type).toSorted((a, b) => Math.abs(a - 1) - Math.abs(b - 1))[0]
    case 'string': {
      const { texts } = boundaryTexts(shape, NO_PROBES)
      return texts.find((text) => text === 'sample') ?? texts.find((text) => text !== '') ?? ''
    }
    case 'array':
      return items(shape, Math.max(shape.minItems, Math.min(1, shape.maxItems)), contract, depth)
    case 'object':
      return members(shape, contract, depth)
  }
}

/** A list of so many ordinary items; undefined where the schema forbids one of them. */
export function items(
  shape: Shape,
  count: number,
  contract: ContractSchema,
  depth = 0,
): readonly unknown[] | undefined {
  const list = Array.from({ length: count }, (_item, index) =>
    sampleOfNodes(itemNodes(shape, index), contract, depth + 1),
  )
  return list.includes(undefined)
    ? undefined
    : list.map((item, index) => distinct(item, index, shape))
}

/** Where no item may stand twice, numbers and texts are counted on. */
function distinct(item: unknown, index: number, { isUnique }: Shape): unknown {
  if (!isUnique || index === 0) return item
  if (typeof item === 'number') return item + index
  return typeof item === 'string' ? `${item}${index}` : item
}

function members(shape: Shape, contract: ContractSchema, depth: number): unknown {
  const entries = listedNames(shape)
    .filter((name) => depth < OPTIONAL_DEPTH || shape.required.includes(name))
    .map((name) => [name, sampleOfNodes(memberNodes(shape, name), contract, depth + 1)] as const)
  const isBroken = entries.some(
    ([name, value]) => value === undefined && shape.required.includes(name),
  )
  return isBroken
    ? undefined
    : Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
