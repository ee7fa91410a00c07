import { unreachable } from '../base/unreachable.ts'
import type { TimedAct } from '../campaign/act.ts'
import { isSameValue, valueOf, type Person } from '../campaign/person.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { FieldState } from '../model/program.ts'
import type { Promised } from './promise.ts'
import type { Stages } from './stages.ts'
import { watchOf, type Watch } from './watch.ts'

/** How a promise is broken. */
export interface Breach {
  /** Goes on after the last thing that happens. */
  readonly sentence: string
  /** What mends it, where that depends on how it is broken. */
  readonly help?: string
  /** True where it is what does not happen that breaks it. */
  readonly isAtRest?: true
}

export interface Moment {
  readonly act: TimedAct
  /** As they are after the move. */
  readonly person: Person
  /** As they are known before the act. */
  readonly watch: Watch
}

/** Whether something that happens breaks a promise at once. */
export function breachNow(promise: Promised, { act, person, watch }: Moment): Breach | undefined {
  switch (promise.kind) {
    case 'never': {
      const isTaken = takes(act, promise.never.is.value, promise.never.field.value)
      const { unless } = promise
      if (!isTaken || isHeld(person, unless)) return undefined
      const own = valueOf(person, unless.field.value)
      return {
        sentence: `although ${unless.field.value} is ${own === null ? 'empty' : `"${own}"`}, not "${unless.is.value}"`,
      }
    }
    case 'never-without-success': {
      if (!takes(act, promise.value)) return undefined
      const lasts = Object.values(watch).map(({ last }) => last)
      if (lasts.includes('success') && !lasts.includes('failure')) return undefined
      const isCalled = lasts.includes('failure')
      return { sentence: `although ${isCalled ? 'the call has failed' : 'no call has succeeded'}` }
    }
    case 'retries-help': {
      if (act.kind !== 'called') return undefined
      const { last, isRepeat, mayPass } = watchOf(watch, act.webhook)
      const isVain = last === 'failure' && isRepeat && !mayPass
      return isVain ? { sentence: 'although what was wrong does not pass by itself' } : undefined
    }
    case 'resending-safe': {
      const done = act.kind === 'called' ? watchOf(watch, act.webhook).done : undefined
      if (act.kind !== 'called' || done === undefined) return undefined
      if (act.key !== undefined && act.key === done.key) return undefined
      return {
        sentence:
          act.key === undefined || done.key === undefined
            ? 'and nothing tells the endpoint that it has done this already: it does its work twice'
            : `and its key is ${act.key}, not ${done.key} as before: the endpoint does its work twice`,
      }
    }
    case 'failures-alerted':
    case 'nobody-stuck':
    case 'no-loop':
      return undefined
    default:
      return unreachable(promise)
  }
}

/** Whether a promise is broken where everything has come to rest. */
export function breachAtRest(
  promise: Promised,
  {
    person,
    watch,
    stages,
  }: { readonly person: Person; readonly watch: Watch; readonly stages: Stages },
): Breach | undefined {
  if (person.isDeleted) return undefined
  const calls = Object.values(watch)
  switch (promise.kind) {
    case 'failures-alerted':
      return calls.some(({ isUntold }) => isUntold)
        ? { sentence: 'and that is all: nobody is told', isAtRest: true }
        : undefined
    case 'nobody-stuck': {
      if (calls.some(({ isLost }) => isLost))
        return {
          sentence: 'and that is all: the person is on no list, and no status tells of it',
          help: 'let the failure campaign add the person to a list, for sending again',
          isAtRest: true,
        }
      const hasSucceeded = calls.some(({ last }) => last === 'success')
      const stage = hasSucceeded ? stuckIn(person, stages) : undefined
      return stage === undefined
        ? undefined
        : {
            sentence: `and that is all: the person stays ${stage}, although the call has succeeded`,
            help: 'let the trigger await what the response holds, and clear that field before the call (value: "NULL"), so that the same answer is a change',
            isAtRest: true,
          }
    }
    case 'never':
    case 'never-without-success':
    case 'retries-help':
    case 'resending-safe':
    case 'no-loop':
      return undefined
    default:
      return unreachable(promise)
  }
}

function takes(act: TimedAct, wanted: TokenValue, field?: string): boolean {
  if (act.kind === 'moved') return field === undefined && isAlike(act.to, wanted)
  if (act.kind !== 'changed') return false
  const isField = field === undefined || act.field.toLowerCase() === field.toLowerCase()
  return isField && isAlike(act.to, wanted)
}

function isHeld(person: Person, { field, is }: FieldState): boolean {
  return isAlike(valueOf(person, field.value), is.value)
}

/** Marketo compares without regard to case. */
function isAlike(one: TokenValue, other: TokenValue): boolean {
  return isSameValue(String(one ?? '').toLowerCase(), String(other ?? '').toLowerCase())
}

function stuckIn(person: Person, stages: Stages): string | undefined {
  const found = stages.find(({ field, between, after }) => {
    const own = valueOf(person, field)
    const isBetween = own === null || between.some((value) => isAlike(value, own))
    return isBetween && !after.some((value) => isAlike(value, own))
  })
  if (found === undefined) return undefined
  const own = valueOf(person, found.field)
  return own === null ? `without a value of ${found.field}` : `"${own}" in ${found.field}`
}
