import { asKeywords, isKeywords, type SchemaNode } from '../../model/schema/schema-node.ts'
import { memberNodes, namesOf, matches, otherMemberNodes } from './children.ts'
import { isImpossible } from './is-empty.ts'
import type { KeywordQuestion, KeywordRule } from './question.ts'

/** Rules for objects. */
export const OBJECT_RULES: Readonly<Record<string, KeywordRule>> = {
  required: ofObject(({ shape, value }) =>
    asList(value).every((name) => shape.required.includes(String(name))),
  ),
  properties: ofObject((question) =>
    Object.entries(asKeywords(question.value)).every(([name, schema]) =>
      isMemberWithin(memberNodes(question.inner, name), schema, question),
    ),
  ),
  patternProperties: ofObject((question) =>
    Object.entries(asKeywords(question.value)).every(
      ([pattern, schema]) =>
        namesOf(question.inner)
          .filter((name) => matches(pattern, name))
          .every((name) => isMemberWithin(memberNodes(question.inner, name), schema, question)) &&
        isMemberWithin(otherMemberNodes(question.inner), schema, question),
    ),
  ),
  additionalProperties: ofObject((question) => {
    const isOther = (name: string): boolean => !isNamedBy(question.outer.schema, name)
    return (
      namesOf(question.inner)
        .filter(isOther)
        .every((name) =>
          isMemberWithin(memberNodes(question.inner, name), question.value, question),
        ) && isMemberWithin(otherMemberNodes(question.inner), question.value, question)
    )
  }),
  propertyNames: ofObject((question) => {
    const isClosed = isImpossible(otherMemberNodes(question.inner), question.contract)
    return (
      isClosed &&
      namesOf(question.inner).every((name) =>
        question.isWithin([{ schema: { const: name }, document: '' }], question.value),
      )
    )
  }),
  minProperties: ofObject(({ shape, value }) => shape.required.length >= Number(value)),
  maxProperties: ofObject(({ inner, value, contract }) => {
    const isClosed = isImpossible(otherMemberNodes(inner), contract)
    const possible = namesOf(inner).filter(
      (name) => !isImpossible(memberNodes(inner, name), contract),
    )
    return isClosed && possible.length <= Number(value)
  }),
  dependentRequired: ofObject((question) =>
    Object.entries(asKeywords(question.value)).every(([name, names]) =>
      isDependencyMet(name, names, question),
    ),
  ),
  dependentSchemas: ofObject((question) =>
    Object.entries(asKeywords(question.value)).every(([name, schema]) =>
      isDependencyMet(name, schema, question),
    ),
  ),
  dependencies: ofObject((question) =>
    Object.entries(asKeywords(question.value)).every(([name, wanted]) =>
      isDependencyMet(name, wanted, question),
    ),
  ),
}

function ofObject(rule: KeywordRule): KeywordRule {
  return (question) => question.type !== 'object' || rule(question)
}

/** What cannot be there needs to satisfy nothing. */
function isMemberWithin(
  nodes: readonly SchemaNode[],
  schema: unknown,
  { contract, isWithin }: KeywordQuestion,
): boolean {
  return isImpossible(nodes, contract) || isWithin(nodes, schema)
}

function isNamedBy(schema: unknown, name: string): boolean {
  const keywords = asKeywords(schema)
  if (Object.hasOwn(asKeywords(keywords['properties']), name)) return true
  return Object.keys(asKeywords(keywords['patternProperties'])).some((pattern) =>
    matches(pattern, name),
  )
}

/** A name that is never there asks for nothing. */
function isDependencyMet(
  name: string,
  wanted: unknown,
  { inner, shape, contract, isWithin }: KeywordQuestion,
): boolean {
  if (isImpossible(memberNodes(inner, name), contract)) return true
  if (Array.isArray(wanted)) return wanted.every((each) => shape.required.includes(String(each)))
  return isKeywords(wanted) || typeof wanted === 'boolean' ? isWithin(inner.nodes, wanted) : false
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
