import {
  followReference,
  isKeywords,
  type Keywords,
  type SchemaNode,
} from '../../model/schema/schema-node.ts'
import type { TypeName } from '../../model/schema/shape.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { nodeValidator } from '../../receiver/node-validator.ts'
import { alternativesOf, type Alternative } from './alternative.ts'
import { CHOICE_RULES } from './choice-rules.ts'
import { isEmpty } from './is-empty.ts'
import { LIST_RULES } from './list-rules.ts'
import { ANNOTATIONS, meaningOf } from './meaning.ts'
import { OBJECT_RULES } from './object-rules.ts'
import type { KeywordRule } from './question.ts'
import { isSaidAlready, UNPROVABLE } from './said-already.ts'
import { VALUE_RULES } from './value-rules.ts'

export interface Inclusion {
  /** Where references of both sides are followed. */
  readonly contract: ContractSchema
  /** Values satisfy all of them. */
  readonly inner: readonly SchemaNode[]
  readonly outer: SchemaNode
}

/** A proof that takes more steps than this is not looked for. */
const MOST_STEPS = 20_000

const RULES: Readonly<Record<string, KeywordRule>> = {
  ...VALUE_RULES,
  ...OBJECT_RULES,
  ...LIST_RULES,
  ...CHOICE_RULES,
}

/**
 * Whether it is proven that every value which satisfies all of `inner` satisfies `outer`. False says only
 * that no proof was found. What keywords mean is written down by JSON Schema, draft-07 and 2020-12.
 */
export function isSubset({ contract, inner, outer }: Inclusion): boolean {
  return prove(inner, outer, { contract, steps: { left: MOST_STEPS }, open: [], descents: 0 })
}

/** A question that is being answered further up: on the way down it may be taken for answered. */
interface OpenQuestion {
  readonly inner: readonly SchemaNode[]
  readonly outer: SchemaNode
  readonly descents: number
}

interface Proof {
  readonly contract: ContractSchema
  readonly steps: { left: number }
  readonly open: readonly OpenQuestion[]
  /** How many members and items deep: values have an end, so what holds of their parts may be taken for granted. */
  readonly descents: number
}

function prove(inner: readonly SchemaNode[], outer: SchemaNode, proof: Proof): boolean {
  const { contract, steps, open, descents } = proof
  const { schema, document } = outer
  if (!isKeywords(schema)) return schema !== false
  if ((steps.left -= 1) <= 0) return false
  const isOpen = open.find((question) => isSameQuestion(question, inner, outer))
  if (isOpen !== undefined) return isOpen.descents < descents
  const meaning = meaningOf(outer, contract)
  if (meaning !== undefined && inner.some((node) => meaningOf(node, contract) === meaning)) {
    return true
  }
  const below: Proof = { ...proof, open: [...open, { inner, outer, descents }] }
  return (
    proveReference(inner, schema, document, below) &&
    alternativesOf(inner, contract).every((each) => proveAlternative(each, outer, below))
  )
}

function isSameQuestion(
  open: OpenQuestion,
  inner: readonly SchemaNode[],
  outer: SchemaNode,
): boolean {
  return (
    open.outer.schema === outer.schema &&
    open.outer.document === outer.document &&
    open.inner.length === inner.length &&
    open.inner.every(({ schema }, nth) => schema === inner[nth]?.schema)
  )
}

function proveReference(
  inner: readonly SchemaNode[],
  { $ref }: Keywords,
  document: string,
  proof: Proof,
): boolean {
  if (typeof $ref !== 'string') return true
  const target = followReference($ref, document, proof.contract)
  return target !== undefined && prove(inner, target, proof)
}

/** Values that are listed are asked one by one, all others type by type. */
function proveAlternative(alternative: Alternative, outer: SchemaNode, proof: Proof): boolean {
  const { contract } = proof
  if (isEmpty(alternative, contract)) return true
  const { values, types } = alternative.shape
  if (values !== undefined) return areAccepted(values, alternative, outer, proof)
  return types.every((type) => {
    if (type === 'null') return areAccepted([null], alternative, outer, proof)
    if (type === 'boolean') return areAccepted([true, false], alternative, outer, proof)
    const typed = ofType(alternative, type)
    return isEmpty(typed, contract) || proveType(typed, type, outer, proof)
  })
}

/** The validator decides, about each value that the alternative really allows. */
function areAccepted(
  values: readonly unknown[],
  { nodes }: Alternative,
  outer: SchemaNode,
  { contract }: Proof,
): boolean {
  const isAccepted = nodeValidator(outer, contract)
  const refused = values.filter((value) => isAccepted(value) !== true)
  const isRefusedBy = (node: SchemaNode, value: unknown): boolean =>
    nodeValidator(node, contract)(value) === false
  return refused.every((value) => nodes.some((node) => isRefusedBy(node, value)))
}

function ofType({ nodes, shape, of }: Alternative, type: TypeName): Alternative {
  const typed: SchemaNode = { schema: { type }, document: '' }
  return { nodes: [...nodes, typed], shape: { ...shape, types: [type] }, of }
}

function proveType(inner: Alternative, type: TypeName, outer: SchemaNode, proof: Proof): boolean {
  const { contract, descents } = proof
  const isWithin = (nodes: readonly SchemaNode[], schema: unknown): boolean =>
    prove(
      nodes,
      { schema, document: outer.document },
      {
        ...proof,
        descents: nodes === inner.nodes ? descents : descents + 1,
      },
    )
  const keywords = isKeywords(outer.schema) ? outer.schema : {}
  return Object.entries(keywords).every(([keyword, value]) => {
    if (keyword === '$ref' || ANNOTATIONS.includes(keyword)) return true
    const rule = RULES[keyword]
    if (rule === undefined && !UNPROVABLE.includes(keyword)) return true
    if (isSaidAlready(keyword, inner, outer, contract)) return true
    const { shape } = inner
    return rule?.({ inner, type, shape, outer, keyword, value, contract, isWithin }) === true
  })
}
