import { asKeywords } from '../../model/schema/schema-node.ts'
import { isImpossible } from './is-empty.ts'
import type { KeywordQuestion, KeywordRule } from './question.ts'

/** Rules for combinations and conditions. */
export const CHOICE_RULES: Readonly<Record<string, KeywordRule>> = {
  allOf: ({ value, inner, isWithin }) =>
    asList(value).every((schema) => isWithin(inner.nodes, schema)),
  anyOf: ({ value, inner, isWithin }) =>
    asList(value).some((schema) => isWithin(inner.nodes, schema)),
  oneOf: (question) =>
    asList(question.value).some(
      (schema, chosen) =>
        question.isWithin(question.inner.nodes, schema) &&
        asList(question.value).every((other, nth) => nth === chosen || isDisjoint(question, other)),
    ),
  not: (question) => isDisjoint(question, question.value),
  if: (question) => {
    const { outer, value, inner, isWithin } = question
    const { then: follows = true, else: otherwise = true } = asKeywords(outer.schema)
    const mayHold = !isDisjoint(question, value)
    const mayFail = !isWithin(inner.nodes, value)
    return (
      (!mayHold || isWithin(inner.nodes, follows)) && (!mayFail || isWithin(inner.nodes, otherwise))
    )
  },
}

function isDisjoint({ inner, outer, contract }: KeywordQuestion, schema: unknown): boolean {
  return isImpossible([...inner.nodes, { schema, document: outer.document }], contract)
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
