import { isKeywords, followReference, type SchemaNode } from '../../model/schema/schema-node.ts'
import { ANYTHING, type Shape } from '../../model/schema/shape.ts'
import { shapesOf } from '../../model/schema/shapes-of.ts'
import type { ContractSchema } from '../../model/webhook.ts'

/** One way to satisfy schemas: everything that must hold at once, without a choice left in it. */
export interface Alternative {
  /** Each without references and choices. */
  readonly nodes: readonly SchemaNode[]
  /** What their keywords say together about a value itself; members and items are read from the nodes. */
  readonly shape: Shape
  /** The schemas that it is an alternative of, with their choices. */
  readonly of: readonly SchemaNode[]
}

/** More are not told apart: then anything is allowed, which proves nothing and claims nothing. */
const MOST_ALTERNATIVES = 256

/** A reference that leads back to itself has no end. */
const MOST_DEPTH = 24

/**
 * The alternatives of a value that satisfies all of the nodes: together they allow at least what the
 * nodes allow, and more where a keyword is not understood.
 */
export function alternativesOf(
  nodes: readonly SchemaNode[],
  contract: ContractSchema,
): readonly Alternative[] {
  const lists = product(nodes.map((node) => expand(node, contract, 0)))
  if (lists === undefined) return [{ nodes: [], shape: ANYTHING, of: nodes }]
  return lists.flatMap((list) => {
    const [shape] = shapesOf(list, contract)
    return shape === undefined ? [] : [{ nodes: list, shape, of: nodes }]
  })
}

/** Lists of nodes of which one must hold as a whole; undefined for too many. */
type Choices = readonly (readonly SchemaNode[])[] | undefined

const ANY: Choices = [[]]

function expand(
  { schema, document }: SchemaNode,
  contract: ContractSchema,
  depth: number,
): Choices {
  if (schema === false) return []
  if (!isKeywords(schema) || depth > MOST_DEPTH) return ANY
  const { $ref, allOf, anyOf, oneOf, ...own } = schema
  const below = (child: unknown): Choices =>
    expand({ schema: child, document }, contract, depth + 1)
  const target = typeof $ref === 'string' ? followReference($ref, document, contract) : undefined
  return product([
    [[{ schema: own, document }]],
    ...(target === undefined ? [] : [expand(target, contract, depth + 1)]),
    ...listOf(allOf).map(below),
    ...[anyOf, oneOf].flatMap((choice) =>
      listOf(choice).length === 0 ? [] : [union(listOf(choice).map(below))],
    ),
    ...(Object.hasOwn(own, 'if') ? [conditional(own, below)] : []),
  ])
}

/** Either the condition holds and what follows from it, or whatever holds otherwise. */
function conditional(
  schema: Readonly<Record<string, unknown>>,
  below: (child: unknown) => Choices,
): Choices {
  const otherwise = schema['else'] === undefined ? ANY : below(schema['else'])
  const follows = schema['then'] === undefined ? ANY : below(schema['then'])
  return union([product([below(schema['if']), follows]), otherwise])
}

function union(choices: readonly Choices[]): Choices {
  const lists: (readonly SchemaNode[])[] = []
  for (const choice of choices) {
    if (choice === undefined) return undefined
    lists.push(...choice)
  }
  return lists.length > MOST_ALTERNATIVES ? undefined : lists
}

function product(choices: readonly Choices[]): Choices {
  let lists: readonly (readonly SchemaNode[])[] = [[]]
  for (const choice of choices) {
    if (choice === undefined) return undefined
    lists = lists.flatMap((list) => choice.map((more) => [...list, ...more]))
    if (lists.length > MOST_ALTERNATIVES) return undefined
  }
  return lists
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Every schema that must hold: the nodes, what they refer to, and what they say must all hold. */
export function conjunctsOf(
  nodes: readonly SchemaNode[],
  contract: ContractSchema,
  depth = 0,
): readonly SchemaNode[] {
  if (depth > MOST_DEPTH) return []
  return nodes.flatMap((node) => {
    const { schema, document } = node
    if (!isKeywords(schema)) return []
    const { $ref, allOf } = schema
    const target = typeof $ref === 'string' ? followReference($ref, document, contract) : undefined
    const parts = [
      ...(target === undefined ? [] : [target]),
      ...listOf(allOf).map((part) => ({ schema: part, document })),
    ]
    return [node, ...conjunctsOf(parts, contract, depth + 1)]
  })
}
