import type { ContractSchema } from '../model/webhook.ts'
import { brokenValues } from './broken-values.ts'
import { compileSchema } from './json-schema.ts'
import type { SchemaViolation } from './schema-violation.ts'
import { schemaPlaces, type SchemaPlace } from './schema-places.ts'
import { validValues, type Probes, type TriedValue } from './valid-values.ts'

/** An answer made from a response schema: valid at an edge, or with one keyword broken. */
export interface SchemaAnswer {
  /** JSON Pointer of the place that is tried; empty for the whole answer. */
  readonly place: string
  readonly keyword: string
  readonly isValid: boolean
  /** Goes on after "the endpoint answers with …". */
  readonly what: string
  readonly value: unknown
}

/** How many answers are tried at most. */
const MOST_ANSWERS = 1_500

/** What matters at a place, beside what the schema says. */
export type ProbesAt = (place: string) => Probes

/**
 * Answers at the edges of every keyword, and with every keyword broken once. Each has been held against
 * the schema by the validator: a valid one satisfies it, and an invalid one violates the keyword that it
 * is meant to and nothing else. What cannot be had in this way is left out.
 */
export function schemaAnswers(
  contract: ContractSchema,
  probesAt: ProbesAt,
): readonly SchemaAnswer[] {
  const compiled = compileSchema(contract, { allViolations: true })
  if (compiled.status === 'invalid') return []
  const answers: SchemaAnswer[] = []
  const seen = new Set<string>()
  for (const answer of candidates(contract, probesAt)) {
    if (answers.length >= MOST_ANSWERS) break
    const key = keyOf(answer)
    if (answer.value === undefined || seen.has(key)) continue
    if (!isAsMeant(answer, compiled.check(answer.value))) continue
    seen.add(key)
    answers.push(answer)
  }
  return answers
}

/** Of broken answers one for each keyword and words is enough, of valid ones each value counts. */
function keyOf({ place, keyword, isValid, what, value }: SchemaAnswer): string {
  return JSON.stringify([place, keyword, isValid, isValid ? value : what])
}

const CHOICES: readonly string[] = ['anyOf', 'oneOf']

/** The branches of a choice say why each of them fails: that is the same violation. */
function isAsMeant(answer: SchemaAnswer, violations: readonly SchemaViolation[]): boolean {
  const { isValid, keyword, place } = answer
  if (isValid) return violations.length === 0
  const isMeant = (violation: SchemaViolation): boolean =>
    violation.keyword === keyword && violation.path === place
  const isChoice = CHOICES.includes(keyword)
  return (
    violations.some(isMeant) &&
    violations.every((each) => isMeant(each) || (isChoice && each.path.startsWith(place)))
  )
}

/** Place by place, those near the root first. */
function* candidates(contract: ContractSchema, probesAt: ProbesAt): Generator<SchemaAnswer> {
  for (const visited of schemaPlaces(contract, (place) => probesAt(place).positions)) {
    const { place, shapes } = visited
    for (const shape of shapes) {
      for (const value of validValues(shape, contract, probesAt(place))) {
        yield answerOf(value, visited, true)
      }
    }
    for (const shape of shapes) {
      for (const value of brokenValues(shape, contract)) yield answerOf(value, visited, false)
    }
  }
}

function answerOf(
  { keyword, what, value }: TriedValue,
  { place, put }: SchemaPlace,
  isValid: boolean,
): SchemaAnswer {
  const at = place === '' ? what : `${what} at ${place}`
  return { place, keyword, isValid, what: at, value: value === undefined ? value : put(value) }
}
