import type { ContractSchema } from '../webhook.ts'
import { joinShapes } from './join-shapes.ts'
import { ownShape } from './own-shape.ts'
import { followReference, isKeywords, type Keywords, type SchemaNode } from './schema-node.ts'
import { ANYTHING, type Shape } from './shape.ts'

/** More alternatives than this are not told apart. */
const MOST_SHAPES = 64

/** A reference that leads back to itself has no end. */
const MOST_REFERENCES = 24

/** Every shape that a value may have which must satisfy all of the nodes; none where nothing can. */
export function shapesOf(nodes: readonly SchemaNode[], contract: ContractSchema): readonly Shape[] {
  return combine(nodes.map((node) => shapesOfNode(node, contract, 0)))
}

function shapesOfNode(
  { schema, document }: SchemaNode,
  contract: ContractSchema,
  depth: number,
): readonly Shape[] {
  if (schema === false) return []
  if (!isKeywords(schema)) return [ANYTHING]
  if (depth > MOST_REFERENCES) return [beyond('a reference without an end')]
  const below = (child: unknown): readonly Shape[] =>
    shapesOfNode({ schema: child, document }, contract, depth + 1)
  return combine([
    [ownShape(schema, document, isNewer(contract))],
    ...referenced(schema, document, contract, depth),
    ...listOf(schema['allOf']).map(below),
    ...(['anyOf', 'oneOf'] as const).flatMap((keyword) =>
      choice(keyword, listOf(schema[keyword]), below),
    ),
  ])
}

function referenced(
  { $ref }: Keywords,
  document: string,
  contract: ContractSchema,
  depth: number,
): readonly (readonly Shape[])[] {
  if (typeof $ref !== 'string') return []
  const target = followReference($ref, document, contract)
  return [
    target === undefined
      ? [beyond(`the reference "${$ref}"`)]
      : shapesOfNode(target, contract, depth + 1),
  ]
}

/** The shapes of all branches, each with its number, counted from 1. */
function choice(
  keyword: 'anyOf' | 'oneOf',
  branches: readonly unknown[],
  shapesBelow: (branch: unknown) => readonly Shape[],
): readonly (readonly Shape[])[] {
  if (branches.length === 0) return []
  return [
    branches.flatMap((branch, index) =>
      shapesBelow(branch).map((shape) => ({
        ...shape,
        branches: [`${keyword}/${index + 1}`, ...shape.branches],
      })),
    ),
  ]
}

/** One shape out of each list, joined, in every way that can be. */
function combine(lists: readonly (readonly Shape[])[]): readonly Shape[] {
  let shapes: readonly Shape[] = [ANYTHING]
  for (const list of lists) {
    shapes = shapes.flatMap((shape) => list.flatMap((other) => joinShapes(shape, other) ?? []))
    if (shapes.length > MOST_SHAPES) return [beyond(`more than ${MOST_SHAPES} alternatives`)]
  }
  return shapes
}

function beyond(reason: string): Shape {
  return { ...ANYTHING, beyond: [reason] }
}

/** Draft 2020-12 writes lists by position in another way than draft-07. */
function isNewer({ schema }: ContractSchema): boolean {
  const dialect = isKeywords(schema) ? schema['$schema'] : undefined
  return typeof dialect === 'string' && dialect.includes('2020-12')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
