import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { valueMeets, type Answer } from '../marketo/campaigns/meets-operator.ts'
import { applyFilterLogic } from '../marketo/campaigns/read-filter-logic.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { Campaign, Filter } from '../model/campaign.ts'
import { fieldKey, valueOf, type Person } from './person.ts'

/** What filters are judged by. */
export interface FilterContext {
  /** The fields of the program by their keys. */
  readonly fields: ReadonlyMap<string, FieldDefinition>
  readonly assumptions: AssumptionSet
}

/** Whether the filters of a campaign let a person in, with the filter that decides. */
export interface Admission {
  readonly answer: Answer
  /** The first filter that keeps the person out, or of which nobody knows; undefined for who is let in. */
  readonly by: Filter | undefined
}

export function admit(
  { filters, filterLogic }: Campaign,
  person: Person,
  context: FilterContext,
): Admission {
  const answers = filters.map((filter) => passes(filter, person, context))
  const answer = applyFilterLogic(filterLogic?.value, answers)
  return { answer, by: answer === 'yes' ? undefined : filters[answers.indexOf(answer)] }
}

/** A filter on a field compares its value. What looks into the past, or at other lists, is not known here. */
export function passes(filter: Filter, person: Person, context: FilterContext): Answer {
  const field = context.fields.get(fieldKey(filter.filter.value))
  if (field === undefined || filter.constraints.length > 0) return 'unknown'
  const condition = { operator: filter.operator?.value, wanted: filter.value?.value ?? null }
  const value = valueOf(person, field.displayName)
  return valueMeets(value, condition, { form: formOf(field), assumptions: context.assumptions })
}

/** By which operators a field is compared. */
export function formOf({ type }: FieldDefinition): 'text' | 'number' | 'boolean' | 'date' {
  return type === 'date' || type === 'datetime' ? 'date' : fieldTypeNamed(type).form
}
