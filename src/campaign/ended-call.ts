import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Call, HttpRequest, MappingResult } from '../emulate/call.ts'
import { endCall } from '../emulate/call-webhook.ts'
import { exchangeOf } from '../emulate/exchange-of.ts'
import { provesSuccess, readOnce } from '../emulate/read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { CallEnd } from './call-ends.ts'
import type { Occurrence } from './occurrence.ts'
import type { PendingWrite } from './step-context.ts'

/** What follows from the end of a call, whoever the person is. */
export interface EndedCall {
  readonly made: Omit<Call, 'request'>
  readonly occurrence: Extract<Occurrence, { readonly kind: 'called' }>
  readonly writes: readonly PendingWrite[]
  /** Whether the answer proves success; where the definition does not say what that is, whether it is a 2xx with a body. */
  readonly isSuccess: boolean
}

const DEADLINE = { milliseconds: LIMITS.timeoutMilliseconds }
const NO_REQUEST: HttpRequest = { method: '', url: '', headers: [], body: undefined }

/** Reads the end of a call once for each world: thousands of runs come through it. */
export function endedCall(
  webhook: CompiledWebhook,
  end: CallEnd,
  assumptions: AssumptionSet,
): EndedCall {
  const known = KEPT.get(end) ?? new Map<AssumptionSet, EndedCall>()
  const kept = known.get(assumptions) ?? readEnd(webhook, end, assumptions)
  known.set(assumptions, kept)
  KEPT.set(end, known)
  return kept
}

const KEPT = new WeakMap<CallEnd, Map<AssumptionSet, EndedCall>>()

function readEnd(webhook: CompiledWebhook, end: CallEnd, assumptions: AssumptionSet): EndedCall {
  const exchange = exchangeOf(end.conduct, DEADLINE)
  const made = endCall(webhook, NO_REQUEST, exchange, { assumptions, pinned: assumptions })
  const proven = provesSuccess(webhook, readOnce(webhook, exchange, assumptions))
  return {
    made,
    occurrence: {
      kind: 'called',
      webhook: webhook.id,
      response: made.activity.response,
      errorTypes: possibleErrorTypes(made),
    },
    writes: writesOf(made, assumptions),
    isSuccess: proven ?? made.outcome.status === 'written',
  }
}

/** Of a success nothing is said but that it is nothing else: no text, the phrase or the number. Where no status has come, nobody knows. */
function possibleErrorTypes({ outcome, activity, exchange }: Call): readonly string[] | undefined {
  if (exchange?.status !== 'answered') return undefined
  const { status, reason } = exchange.response
  const isNamed = outcome.status === 'refused' || outcome.status === 'empty-body'
  return isNamed ? [activity.errorType] : ['', reason, String(status)]
}

/** Values whose fate no source tells are settled by the world's assumptions. */
function writesOf({ outcome }: Call, assumptions: AssumptionSet): readonly PendingWrite[] {
  if (outcome.status !== 'written') return []
  return outcome.updates.flatMap(({ mapping, result }): readonly PendingWrite[] => {
    const field = mapping.field?.displayName
    const value = writtenValue(result, assumptions)
    return field === undefined || value === undefined
      ? []
      : [{ field, value, at: mapping.fieldName.at }]
  })
}

function writtenValue(
  result: MappingResult['result'],
  assumptions: AssumptionSet,
): PendingWrite['value'] | undefined {
  if (result.status === 'written') return result.value
  const isCleared =
    result.status === 'unspecified' &&
    result.assumption === 'mapping-null' &&
    assumptions['mapping-null'] === 'clears-field'
  return isCleared ? null : undefined
}

/** The assumptions that decide what becomes of a value in one of the ends of a webhook's calls. */
export function decidingAssumptions(
  webhook: CompiledWebhook,
  ends: readonly CallEnd[],
): readonly string[] {
  const ids = ends.flatMap((end) => {
    const exchange = exchangeOf(end.conduct, DEADLINE)
    const { outcome } = readOnce(webhook, exchange, {})
    if (outcome.status !== 'written') return []
    return outcome.updates.flatMap(({ result }) =>
      result.status === 'unspecified' ? [result.assumption] : [],
    )
  })
  return [...new Set(ids)]
}
