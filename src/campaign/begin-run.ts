import { constraintOf, type Campaign, type Constraint, type Trigger } from '../model/campaign.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { formOf } from './admit-person.ts'
import { nameOf } from './hear-occurrence.ts'
import type { Occurrence } from './occurrence.ts'
import { occur, timed, type Moved } from './occur.ts'
import { fieldKey, isSameValue, valueOf, type Person } from './person.ts'
import type { RunModel } from './run-model.ts'
import type { RunState } from './run-state.ts'

/** What comes from outside: what a trigger of a campaign waits for. */
export interface OutsideEvent {
  readonly campaign: Campaign
  readonly trigger: Trigger
  /** True where the same has happened before: a field then changes once more. */
  readonly isAgain?: boolean
}

/** Lets happen what a trigger waits for. */
export function beginRun(before: RunState, event: OutsideEvent, model: RunModel): Moved {
  const { person, occurrence } = happening(before.person, event, model)
  const state = { ...before, person }
  const heard = occur(state, occurrence, model)
  const act = timed({ kind: 'occurred', occurrence }, state, undefined, event.trigger.at)
  return { state: heard.state, acts: [act, ...heard.acts] }
}

interface Happening {
  readonly person: Person
  readonly occurrence: Occurrence
}

function happening(person: Person, event: OutsideEvent, model: RunModel): Happening {
  const { campaign, trigger } = event
  switch (nameOf(trigger)) {
    case 'data value changes':
    case 'score is changed':
      return changeFromOutside(person, event, model)
    case 'campaign is requested':
      return { person, occurrence: { kind: 'requested', campaign, by: 'person' } }
    case 'added to list': {
      const list = fixed(constraintOf(trigger, 'list')) ?? 'a list'
      const lists = [...new Set([...person.lists, String(list)])].toSorted()
      return { person: { ...person, lists }, occurrence: { kind: 'listed', list: String(list) } }
    }
    default:
      return { person, occurrence: { kind: 'outside', campaign, trigger } }
  }
}

/** The field takes the value that the trigger waits for, or keeps the person's own as the new one. */
function changeFromOutside(
  person: Person,
  { trigger, isAgain }: OutsideEvent,
  model: RunModel,
): Happening {
  const watched = constraintOf(trigger, 'attribute') ?? constraintOf(trigger, 'score')
  const field = String(watched?.value.value ?? '')
  const own = valueOf(person, field)
  const kept = isAgain === true ? nextValue(own, field) : own
  const to = fixed(constraintOf(trigger, 'newValue')) ?? kept ?? inventedValue(field, model)
  const from = fixed(constraintOf(trigger, 'previousValue')) ?? (isSameValue(own, to) ? null : own)
  return {
    person: { ...person, fields: { ...person.fields, [fieldKey(field)]: to } },
    occurrence: { kind: 'change', field, from, to },
  }
}

/** The value that a constraint with "is" names. */
function fixed(constraint: Constraint | undefined): TokenValue | undefined {
  const isFixed = (constraint?.operator?.value.toLowerCase() ?? 'is') === 'is'
  return isFixed ? constraint?.value.value : undefined
}

/** One more, or another text. */
function nextValue(own: TokenValue, field: string): TokenValue {
  if (own === null) return null
  if (typeof own === 'number') return own + 1
  return typeof own === 'boolean' ? !own : `another ${field} than "${own}"`
}

function inventedValue(field: string, { fields }: RunModel): TokenValue {
  const definition = fields.get(fieldKey(field))
  const form = definition === undefined ? 'text' : formOf(definition)
  if (form === 'number') return 1
  return form === 'boolean' ? true : 'another value'
}
