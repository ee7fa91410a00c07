import { nearest } from '../../base/nearest.ts'
import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { OPERATORS } from '../../marketo/campaigns/operators.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { fieldsNamed } from '../../marketo/fields/fields-named.ts'
import { availableFields } from '../../model/available-fields.ts'
import type { Filter } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Rule } from '../rule.ts'
import { editWhole, fixOf } from '../written-edit.ts'

/** How people say it elsewhere, and how the screen says it. */
const SLIPS: Readonly<Record<string, string>> = {
  '=': 'is',
  '==': 'is',
  '!=': 'is not',
  '>': 'greater than',
  '<': 'less than',
  '>=': 'at least',
  '<=': 'at most',
  equals: 'is',
  'is equal to': 'is',
  'does not equal': 'is not',
  'not equals': 'is not',
  'does not contain': 'not contains',
  "doesn't contain": 'not contains',
  'begins with': 'starts with',
  'does not start with': 'not starts with',
  empty: 'is empty',
  'not empty': 'is not empty',
  'is greater than': 'greater than',
  'is less than': 'less than',
}

/** An operator that the screen does not offer is guessed by whoever sets up the campaign. */
export const knownOperator: Rule = {
  id: 'known-operator',
  severity: 'error',
  category: 'campaign',
  summary: 'an operator is one that the screen offers for the type of its field',
  why: `Texts, numbers and dates have operators of their own: "greater than" is for numbers, "contains" for texts, "in past" for dates; a Boolean has none.
The screen says "not contains" and "at least", not "does not contain" and ">=".
Constraints of triggers are checked for such slips only: their operators are not all documented.
Source: Experience League, "Smart List Filter Operators Glossary".`,
  visit: {
    trigger({ constraints }) {
      return constraints.flatMap(({ operator }) =>
        operator === undefined ? [] : (slip(operator) ?? []),
      )
    },
    filter(filter, { program }) {
      return misfit(filter, program)
    },
    step({ choices }, { program }) {
      return choices.flatMap(({ when }) => misfit(when, program) ?? [])
    },
  },
}

function misfit({ filter, operator }: Filter, program: DefinedProgram): Finding | undefined {
  if (operator === undefined) return undefined
  const fields = fieldsNamed(filter.value.trim(), 'displayName', availableFields(program))
  const offered = new Set(fields.flatMap(operatorsFor))
  if (fields.length === 0 || offered.has(operator.value.trim().toLowerCase())) return slip(operator)
  return {
    at: operator.at,
    message: `"${operator.value}" is no operator for "${filter.value}", which is ${typeWords(fields)}`,
    effect: 'the screen does not offer it; whoever sets up the campaign has to guess',
    help: help(operator.value, [...offered]),
  }
}

/** A Boolean has no operator on the screen; "is" says nothing else. */
function operatorsFor({ type }: FieldDefinition): readonly string[] {
  const { form } = fieldTypeNamed(type)
  if (type === 'date' || type === 'datetime') return OPERATORS.date
  return form === 'boolean' ? ['is'] : OPERATORS[form]
}

function typeWords([first]: readonly FieldDefinition[]): string {
  return first === undefined ? 'unknown' : `of the type ${fieldTypeNamed(first.type).title}`
}

function slip(operator: LocatedText): Finding | undefined {
  const { value, at } = operator
  const meant = SLIPS[value.trim().toLowerCase()]
  if (meant === undefined) return undefined
  return {
    at,
    message: `the screen has no operator "${value}"`,
    effect: 'whoever sets up the campaign has to guess',
    help: `write "${meant}"`,
    ...fixOf(`write ${meant}`, [editWhole(operator, meant)]),
  }
}

function help(written: string, offered: readonly string[]): string {
  const meant = SLIPS[written.trim().toLowerCase()] ?? nearest(written, offered)
  return meant !== undefined && offered.includes(meant)
    ? `write "${meant}"`
    : `the screen offers: ${offered.join(', ')}`
}
