import type { Call } from '../emulate/call.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Constraint, Filter, Trigger } from '../model/campaign.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Act, Doubt, Hindrance, TimedAct } from './act.ts'
import type { Occurrence } from './occurrence.ts'

/** One sentence for each thing that happens, without a full stop. */
export function describeAct(act: TimedAct): string {
  const campaign = act.campaign?.name.value ?? ''
  switch (act.kind) {
    case 'occurred':
      return describeOccurrence(act.occurrence)
    case 'began':
      return `"${campaign}" begins`
    case 'kept-out':
      return `"${campaign}" does not begin: ${describeHindrance(act.by)}`
    case 'supposed':
      return describeDoubt(act.doubt, act.isTrue, campaign)
    case 'changed':
      return act.by === 'step'
        ? `${act.field} becomes ${shown(act.to)}`
        : `the response is written: ${act.field} becomes ${shown(act.to)}`
    case 'unchanged':
      return `${act.by === 'step' ? '' : 'the response is written: '}${act.field} is ${shown(act.value)} already, so that nothing changes`
    case 'called':
      return `"${act.name}" is called; ${describeEnd(act)}`
    case 'not-called':
      return `"${act.name}" is not called: ${act.because}`
    case 'waited':
      return `it waits ${duration(act.minutes)}`
    case 'wait-ignored':
      return `the Wait of "${act.text}" is ignored: it is abbreviated`
    case 'alerted':
      return act.to === undefined ? 'an alert is sent' : `an alert goes to ${act.to}`
    case 'listed':
      return act.isNew
        ? `the person is put on the list "${act.list}"`
        : `the person is on the list "${act.list}" already`
    case 'unlisted':
      return act.wasMember
        ? `the person is taken off the list "${act.list}"`
        : `the person is not on the list "${act.list}"`
    case 'requested':
      return act.isHeard
        ? `"${act.name}" is requested`
        : `"${act.name}" is requested, and does not listen: nothing happens`
    case 'executed':
      return `"${act.name}" is executed`
    case 'moved':
      return `${act.name === 'program' ? 'the program status' : 'the revenue stage'} becomes "${act.to}"`
    case 'did-nothing':
      return `${act.step}: nothing is done`
    case 'did-other':
      return act.what === undefined ? act.step : `${act.step}: ${act.what}`
    case 'removed':
      return `the person leaves the flow of "${campaign}"`
    case 'deleted':
      return 'the person is deleted'
    case 'switched-off':
      return `${act.months} months pass in which nobody enters "${campaign}": Marketo switches it off`
    default:
      return unreachable(act)
  }
}

function describeOccurrence(occurrence: Occurrence): string {
  switch (occurrence.kind) {
    case 'outside':
      return describeTrigger(occurrence.trigger)
    case 'change':
      return `${occurrence.field} becomes ${shown(occurrence.to)}`
    case 'called':
      return `"${occurrence.webhook}" was called`
    case 'requested':
      return `somebody requests "${occurrence.campaign.name.value}" for the person`
    case 'again':
      return `somebody calls "${occurrence.webhook}" for the person again`
    case 'listed':
      return `the person is put on the list "${occurrence.list}"`
    case 'status':
      return `the ${occurrence.name === 'program' ? 'program status' : 'revenue stage'} becomes "${occurrence.to}"`
    case 'moment':
      return `an interesting moment of the type "${occurrence.type}"`
  }
}

/** In the trigger's own words, with its constraints. */
export function describeTrigger({ trigger, constraints }: Trigger): string {
  const words = constraints.map(describeConstraint)
  return words.length === 0 ? trigger.value : `${trigger.value} (${words.join(', ')})`
}

function describeConstraint({ name, operator, value }: Constraint): string {
  return `${name.value} ${operator?.value ?? 'is'} ${shown(value.value)}`
}

export function describeFilter({ filter, operator, value }: Filter): string {
  const comparison = [operator?.value ?? 'is', ...(value === undefined ? [] : [shown(value.value)])]
  return `${filter.value} ${comparison.join(' ')}`
}

function describeHindrance(by: Hindrance): string {
  switch (by.kind) {
    case 'filter':
      return by.filter === undefined
        ? 'its filters keep the person out'
        : `the filter ${describeFilter(by.filter)} keeps the person out`
    case 'qualification':
      return by.isStated
        ? `the person has been through it, and it lets people in ${by.rule}`
        : `the person has been through it, and only once is the default`
  }
}

/** What is supposed, in a sentence. */
export function describeDoubt(doubt: Doubt, isTrue: boolean, campaign: string): string {
  switch (doubt.kind) {
    case 'filter':
      return `supposed: the filters of "${campaign}" ${isTrue ? 'let the person in' : 'keep the person out'}${filterWords(doubt.filter)}`
    case 'trigger':
      return `supposed: "${campaign}" ${isTrue ? 'hears' : 'does not hear'} of it`
    case 'choice':
      return `supposed: ${describeFilter(doubt.filter)} ${isTrue ? 'holds' : 'does not hold'}`
    case 'elsewhere':
      return `"${doubt.name}" is asked for, a campaign that is not in this definition`
    case 'step':
      return `${doubt.name}: what that does is not known`
  }
}

function filterWords(filter: Filter | undefined): string {
  return filter === undefined ? '' : ` (${describeFilter(filter)})`
}

type Called = Extract<Act, { readonly kind: 'called' }>

function describeEnd({ end, call }: Called): string {
  const done =
    end.isDone && call.outcome.status !== 'written' ? ', though it has done its work' : ''
  return `${describeOutcome(call, end)}${done}`
}

function describeOutcome({ outcome }: Call, { summary }: Called['end']): string {
  switch (outcome.status) {
    case 'written':
    case 'unmappable':
      return `the endpoint ${summary}`
    case 'refused':
      return `the endpoint answers ${outcome.code}${outcome.reason === '' ? '' : ` ${outcome.reason}`}`
    case 'empty-body':
      return 'the endpoint answers without a body, which Marketo records as 1001'
    case 'timed-out':
      return `there is no answer within ${LIMITS.timeoutMilliseconds / 1000} seconds`
    case 'unreachable':
      return 'the endpoint is not reached'
    case 'batch-campaign':
      return 'a batch campaign calls nothing'
  }
}

function duration(minutes: number): string {
  const units = [
    [43_200, 'month'],
    [10_080, 'week'],
    [1440, 'day'],
    [60, 'hour'],
    [1, 'minute'],
  ] as const
  const [size, unit] = units.find(([each]) => minutes >= each && minutes % each === 0) ?? [
    1,
    'minute',
  ]
  const count = minutes / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** A value as it is told. */
export function shown(value: TokenValue): string {
  if (value === null || value === '') return 'empty'
  return typeof value === 'string' ? `"${value}"` : String(value)
}
