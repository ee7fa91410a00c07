import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import {
  allOf,
  textMeets,
  valueMeets,
  type Answer,
  type Condition,
} from '../marketo/campaigns/meets-operator.ts'
import { triggerNamed } from '../marketo/campaigns/triggers.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Constraint, Trigger } from '../model/campaign.ts'
import type { Occurrence } from './occurrence.ts'
import { fieldKey } from './person.ts'

/** Whether a trigger hears of something: its name and all its constraints must fit. Source: Experience League, "Errors" (webhooks), "Use the Data Value Changed Filter". */
export function hears(
  trigger: Trigger,
  occurrence: Occurrence,
  assumptions: AssumptionSet,
): Answer {
  const name = nameOf(trigger)
  switch (occurrence.kind) {
    case 'outside':
      return hearsOutside(trigger, occurrence.trigger)
    case 'change':
      return name === 'data value changes' || name === 'score is changed'
        ? hearsChange(trigger, occurrence, assumptions)
        : 'no'
    case 'called':
      return name === 'webhook is called'
        ? meetsEach(trigger, {
            webhook: [occurrence.webhook],
            response: [occurrence.response],
            errorType: occurrence.errorTypes,
          })
        : 'no'
    case 'requested':
      return name === 'campaign is requested' ? hearsRequest(trigger, occurrence) : 'no'
    case 'again':
      return 'no'
    case 'listed':
      return name === 'added to list' ? meetsEach(trigger, { list: [occurrence.list] }) : 'no'
    case 'status': {
      const isMeant =
        name === `${occurrence.name === 'program' ? 'program status' : 'revenue stage'} is changed`
      return isMeant
        ? meetsEach(trigger, { newStatus: [occurrence.to], newStage: [occurrence.to] })
        : 'no'
    }
    case 'moment':
      return name === 'has interesting moment'
        ? meetsEach(trigger, { type: [occurrence.type] })
        : 'no'
  }
}

/** The screen's name in lower case, whichever vocabulary the definition uses. */
export function nameOf({ trigger }: Trigger): string {
  return (triggerNamed(trigger.value)?.name ?? trigger.value).trim().toLowerCase()
}

/** What the starting trigger waits for has happened; of other constraints nobody knows whether they fit. */
function hearsOutside(trigger: Trigger, started: Trigger): Answer {
  if (nameOf(trigger) !== nameOf(started)) return 'no'
  return allOf(
    trigger.constraints.map((constraint): Answer => {
      const own = started.constraints.find(({ name }) => name.value === constraint.name.value)
      if (own === undefined) return 'unknown'
      const isSame = JSON.stringify(conditionOf(own)) === JSON.stringify(conditionOf(constraint))
      if (isSame) return 'yes'
      const isFixed = (own.operator?.value.toLowerCase() ?? 'is') === 'is'
      return isFixed ? meets(constraint, String(own.value.value)) : 'unknown'
    }),
  )
}

type Change = Extract<Occurrence, { readonly kind: 'change' }>

function hearsChange(trigger: Trigger, change: Change, assumptions: AssumptionSet): Answer {
  return allOf(
    trigger.constraints.map((constraint): Answer => {
      switch (constraint.name.value) {
        case 'attribute':
        case 'score':
          return fieldKey(String(constraint.value.value)) === fieldKey(change.field) ? 'yes' : 'no'
        case 'newValue':
          return meetsValue(constraint, change.to, assumptions)
        case 'previousValue':
          return meetsValue(constraint, change.from, assumptions)
        default:
          return 'unknown'
      }
    }),
  )
}

function meetsValue(constraint: Constraint, value: TokenValue, assumptions: AssumptionSet): Answer {
  const form = typeof value === 'number' ? 'number' : 'text'
  return valueMeets(value, conditionOf(constraint), { form, assumptions })
}

/**
 * What people ask for is what the trigger waits for. A request from a flow does not come through the
 * REST API; by what name it is listed there no page says.
 */
function hearsRequest(
  { constraints }: Trigger,
  { by }: Extract<Occurrence, { readonly kind: 'requested' }>,
): Answer {
  if (by === 'person') return 'yes'
  return allOf(
    constraints.map(({ value }): Answer => {
      const isAboutApi = String(value.value).toLowerCase() === 'web service api'
      return isAboutApi ? 'no' : 'unknown'
    }),
  )
}

/** Constraints by their keys, each with the texts that it may have to compare with; undefined where no source tells any. */
function meetsEach(
  { constraints }: Trigger,
  texts: Readonly<Record<string, readonly string[] | undefined>>,
): Answer {
  return allOf(
    constraints.map((constraint): Answer => {
      const possible = texts[constraint.name.value] ?? [undefined]
      const answers = new Set(possible.map((text) => meets(constraint, text)))
      const [answer = 'unknown', ...others] = answers
      return others.length === 0 ? answer : 'unknown'
    }),
  )
}

function meets(constraint: Constraint, text: string | undefined): Answer {
  return textMeets(text, conditionOf(constraint))
}

function conditionOf({ operator, value }: Constraint): Condition {
  return { operator: operator?.value, wanted: value.value }
}
