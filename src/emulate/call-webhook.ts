import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { LIMITS } from '../marketo/limits.ts'
import { buildRequest } from './build-request.ts'
import { bodyText, readExchange } from './read-exchange.ts'
import type {
  Call,
  CallActivity,
  Exchange,
  HttpRequest,
  Outcome,
  Situation,
  Transport,
} from './call.ts'

export interface CallOptions {
  /** A whole world: what the request is rendered under. */
  readonly assumptions: AssumptionSet
  /** What the project has settled: decides what becomes of doubtful mapped values. */
  readonly pinned: AssumptionSet
  readonly secretOf: (id: string) => string
  readonly transport: Transport
  /** A batch campaign's call is refused before it is made. */
  readonly mode: 'trigger' | 'batch'
}

export type CallResult = Call | { readonly status: 'refused'; readonly reason: string }

/** One call as Marketo makes it, with its outcome and the activity that it leaves. */
export async function callWebhook(
  webhook: CompiledWebhook,
  situation: Situation,
  options: CallOptions,
): Promise<CallResult> {
  const built = buildRequest(webhook, situation, options)
  if (built.status === 'refused') return built
  const { request } = built
  if (options.mode === 'batch') {
    const outcome: Outcome = { status: 'batch-campaign', code: 1000 }
    return {
      request,
      exchange: undefined,
      outcome,
      activity: activityOf(webhook, outcome, undefined, options),
    }
  }
  const deadline = { milliseconds: LIMITS.timeoutMilliseconds }
  return endCall(webhook, request, await options.transport(request, deadline), options)
}

/** What the network gave back as the end of a call: for those who have it already. */
export function endCall(
  webhook: CompiledWebhook,
  request: HttpRequest,
  exchange: Exchange,
  options: Pick<CallOptions, 'assumptions' | 'pinned'>,
): Call {
  const outcome = readExchange(webhook, exchange, options.pinned)
  return { request, exchange, outcome, activity: activityOf(webhook, outcome, exchange, options) }
}

/** Attributes as documented: the literal response, and an error type. Source: Experience League, "Errors" (webhooks). */
function activityOf(
  webhook: CompiledWebhook,
  outcome: Outcome,
  exchange: Exchange | undefined,
  { assumptions }: Pick<CallOptions, 'assumptions'>,
): CallActivity {
  const response = exchange?.status === 'answered' ? bodyText(exchange.response) : ''
  return {
    activityTypeId: 110,
    webhook: webhook.name,
    response,
    errorType: errorTypeOf(outcome, assumptions),
  }
}

function errorTypeOf(outcome: Outcome, assumptions: AssumptionSet): string {
  switch (outcome.status) {
    case 'refused':
      return assumptions['error-type'] === 'status-code' ? String(outcome.code) : outcome.reason
    case 'empty-body':
    case 'batch-campaign':
      return String(outcome.code)
    case 'timed-out':
      return 'time-out'
    case 'unreachable':
      return 'unreachable'
    case 'written':
    case 'unmappable':
      return ''
  }
}

/** A result that is a call, not a refusal to make one. */
export function isCall(result: CallResult): result is Call {
  return 'request' in result
}
