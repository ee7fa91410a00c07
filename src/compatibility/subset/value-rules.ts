import { isAmong, TYPE_NAMES } from '../../model/schema/shape.ts'
import { isPatternWithin } from './pattern-language.ts'
import type { KeywordQuestion, KeywordRule } from './question.ts'

/** Rules for texts, numbers and types. */
export const VALUE_RULES: Readonly<Record<string, KeywordRule>> = {
  type: ({ type, value, outer, shape }) => {
    const named = TYPE_NAMES.filter((name) => [value].flat().includes(name))
    if (isAmong(type, named)) return true
    if (type === 'null') return isNullable(outer.schema)
    return type === 'number' && named.includes('integer') && shape.multiples.some(Number.isInteger)
  },
  minLength: ofText(({ shape, value }) => shape.minLength >= Number(value)),
  maxLength: ofText(({ shape, value }) => (shape.maxLength ?? Infinity) <= Number(value)),
  pattern: ofText(
    ({ shape, value }) =>
      shape.patterns.includes(String(value)) ||
      isPatternWithin(shape.patterns, String(value)) === true,
  ),
  format: ({ type, shape, value }) =>
    isAmong(type, ['string', 'number']) ? shape.formats.includes(String(value)) : true,
  minimum: ofNumber(({ shape, value }) => shape.minimum >= Number(value)),
  maximum: ofNumber(({ shape, value }) => shape.maximum <= Number(value)),
  exclusiveMinimum: ofNumber(
    ({ shape: { minimum, isMinimumExclusive }, value }) =>
      minimum > Number(value) || (minimum === Number(value) && isMinimumExclusive),
  ),
  exclusiveMaximum: ofNumber(
    ({ shape: { maximum, isMaximumExclusive }, value }) =>
      maximum < Number(value) || (maximum === Number(value) && isMaximumExclusive),
  ),
  multipleOf: ofNumber(({ type, shape, value }) => {
    const steps = type === 'integer' ? [...shape.multiples, 1] : shape.multiples
    return steps.some((step) => Number.isInteger(step / Number(value)))
  }),
  enum: () => false,
  const: () => false,
}

function ofText(rule: KeywordRule): KeywordRule {
  return (question) => question.type !== 'string' || rule(question)
}

function ofNumber(rule: KeywordRule): KeywordRule {
  return (question) => !isNumber(question) || rule(question)
}

function isNumber({ type }: KeywordQuestion): boolean {
  return type === 'number' || type === 'integer'
}

/** OpenAPI's word, which the validator knows, too. */
function isNullable(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'nullable' in schema &&
    schema.nullable === true
  )
}
