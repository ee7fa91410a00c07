import { formOf } from '../campaign/admit-person.ts'
import { fieldKey, type Person } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Comparison } from './read-fields.ts'

/** The people with whom runs begin. */
export interface StartPeople {
  readonly people: readonly Person[]
  /** False where there are too many combinations of values to try each. */
  readonly isComplete: boolean
}

/** More people than these are not tried. */
const MOST_PEOPLE = 192

/**
 * People who differ in every value that a filter, a choice or a constraint asks for. They are new:
 * fields that responses write are unset. What they become is the matter of the runs.
 */
export function startPeople(comparisons: readonly Comparison[], model: RunModel): StartPeople {
  const mapped = new Set(
    [...model.webhooks.values()].flatMap(({ mappings }) =>
      mappings.flatMap(({ field }) => (field === undefined ? [] : [fieldKey(field.displayName)])),
    ),
  )
  const candidates = new Map<string, readonly TokenValue[]>()
  for (const comparison of comparisons) {
    const key = fieldKey(comparison.field)
    const field = model.fields.get(key)
    if (field === undefined || mapped.has(key)) continue
    const values = [null, ...(candidates.get(key) ?? []), ...valuesFor(comparison, field)]
    candidates.set(key, [...new Set(values)])
  }
  const all = [...candidates]
  const count = all.reduce((product, [, values]) => product * values.length, 1)
  const isComplete = count <= MOST_PEOPLE
  const chosen = isComplete ? combined(all) : oneByOne(all)
  return { people: chosen.map(personWith), isComplete }
}

function personWith(fields: Fields): Person {
  return { fields, lists: [], isDeleted: false }
}

type Fields = Readonly<Record<string, TokenValue>>
type Candidates = readonly (readonly [key: string, values: readonly TokenValue[]])[]

function combined(candidates: Candidates): readonly Fields[] {
  return candidates.reduce<readonly Fields[]>(
    (people, [key, values]) =>
      people.flatMap((fields) => values.map((value) => ({ ...fields, [key]: value }))),
    [{}],
  )
}

/** The first value of each field that is set, and each other one alone. */
function oneByOne(candidates: Candidates): readonly Fields[] {
  const usual = Object.fromEntries(
    candidates.map(([key, [unset = null, first = unset]]) => [key, first]),
  )
  const others = candidates.flatMap(([key, values]) =>
    values.map((value) => ({ ...usual, [key]: value })),
  )
  return [usual, ...others].slice(0, MOST_PEOPLE)
}

/** Values that satisfy a comparison, the simplest first, and one that does not. */
function valuesFor(
  { operator, wanted }: Comparison,
  field: FieldDefinition,
): readonly TokenValue[] {
  const form = formOf(field)
  if (form === 'boolean') return [true, false]
  const name = operator?.toLowerCase() ?? 'is'
  if (name === 'is empty' || name === 'is not empty') return [someValue(field)]
  if (form === 'date') return []
  return form === 'number'
    ? numbersFor(name, Number(wanted))
    : textsFor(name, String(wanted ?? ''), field)
}

function numbersFor(operator: string, wanted: number): readonly TokenValue[] {
  if (Number.isNaN(wanted)) return []
  switch (operator) {
    case 'greater than':
      return [wanted + 1, wanted]
    case 'less than':
      return [wanted - 1, wanted]
    case 'at most':
      return [wanted, wanted + 1]
    case 'at least':
    case 'is':
    case 'is not':
      return [wanted, wanted - 1]
    default:
      return []
  }
}

function textsFor(operator: string, wanted: string, field: FieldDefinition): readonly TokenValue[] {
  switch (operator) {
    case 'is':
    case 'contains':
    case 'starts with':
      return [wanted]
    case 'is not':
    case 'not contains':
    case 'not starts with':
      return [someValue(field), wanted]
    default:
      return []
  }
}

function someValue(field: FieldDefinition): TokenValue {
  const { type, displayName } = field
  if (formOf(field) === 'number') return 1
  if (type === 'email') return 'jane@example.com'
  if (type === 'date' || type === 'datetime') return '2026-11-24'
  return `some ${displayName}`
}
