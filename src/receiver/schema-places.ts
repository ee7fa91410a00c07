import { pointerOf } from '../base/json-pointer.ts'
import { rootNode, type SchemaNode } from '../model/schema/schema-node.ts'
import {
  itemNodes,
  listedNames,
  meantTypes,
  memberNodes,
  type Shape,
} from '../model/schema/shape.ts'
import { shapesOf } from '../model/schema/shapes-of.ts'
import type { ContractSchema } from '../model/webhook.ts'
import { items, sampleOfType } from './sample-shape.ts'

/** A place of the documents that a schema describes. */
export interface SchemaPlace {
  /** JSON Pointer; empty for the whole document. */
  readonly place: string
  readonly shapes: readonly Shape[]
  /** An otherwise ordinary document with a value at the place. */
  readonly put: (value: unknown) => unknown
}

/** How deep places are looked for, and how many at most: schemas may hold themselves. */
const LIMITS = { depth: 8, places: 400 } as const

/** The positions of a list that matter beside the first. */
export type PositionsAt = (place: string) => readonly number[]

interface Visit {
  readonly nodes: readonly SchemaNode[]
  readonly place: string
  readonly depth: number
  readonly put: (value: unknown) => unknown
}

/** Every place, those near the root first. */
export function* schemaPlaces(
  contract: ContractSchema,
  positionsAt: PositionsAt,
): Generator<SchemaPlace> {
  const open: Visit[] = [
    { nodes: [rootNode(contract)], place: '', depth: 0, put: (value) => value },
  ]
  let count = 0
  for (let visit = open.shift(); visit !== undefined; visit = open.shift()) {
    const { place, put, depth, nodes } = visit
    const shapes = shapesOf(nodes, contract)
    yield { place, shapes, put }
    count += 1
    if (depth >= LIMITS.depth || count >= LIMITS.places) continue
    const within = visit
    open.push(
      ...shapes.flatMap((shape) => inside(shape, within, contract, positionsAt(within.place))),
    )
  }
}

/** The members of a value, its first item and those that are mapped, each to be tried in an otherwise ordinary answer. */
function inside(
  shape: Shape,
  visit: Visit,
  contract: ContractSchema,
  positions: readonly number[],
): readonly Visit[] {
  if (shape.values !== undefined) return []
  const types = meantTypes(shape) ?? []
  return [
    ...(types.includes('object') ? membersOf(shape, visit, contract) : []),
    ...(types.includes('array')
      ? [...new Set([0, ...positions])].flatMap((position) =>
          itemsOf(shape, visit, contract, position),
        )
      : []),
  ]
}

function membersOf(shape: Shape, visit: Visit, contract: ContractSchema): readonly Visit[] {
  const sample = sampleOfType('object', shape, contract)
  if (typeof sample !== 'object' || sample === null) return []
  return listedNames(shape).map((name) => ({
    nodes: memberNodes(shape, name),
    place: visit.place + pointerOf([name]),
    depth: visit.depth + 1,
    put: (value) => visit.put({ ...sample, [name]: value }),
  }))
}

/** In a list that ends there and in one that goes on: XML tells a list of one from no single element. */
function itemsOf(
  shape: Shape,
  visit: Visit,
  contract: ContractSchema,
  position: number,
): readonly Visit[] {
  const least = Math.max(position + 1, shape.minItems)
  return [least, least + 1].flatMap((length) => {
    const list = length > shape.maxItems ? undefined : items(shape, length, contract)
    if (list === undefined) return []
    return {
      nodes: itemNodes(shape, position),
      place: `${visit.place}/${position}`,
      depth: visit.depth + 1,
      put: (value) => visit.put(list.with(position, value)),
    }
  })
}
