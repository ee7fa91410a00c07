import type { Exchange, HttpResponse, Situation, Transport } from '../../emulate/call.ts'
import { LIMITS } from '../../marketo/limits.ts'
import type { AnswerVerdict } from './answer-fault.ts'
import type { CallPurpose, LoggedCall } from './call-log.ts'
import { answerJudge } from './answer-judge.ts'
import type { AnswerSubject } from './judge-answer.ts'
import { liveRequests, type LiveRequestOptions } from './live-request.ts'
import { pace, type Clock } from './pace.ts'
import { retryAfter } from './retry-after.ts'

/** A live endpoint, and how it may be called. */
export interface LiveEndpoint {
  /** An origin, or an origin with a path. */
  readonly url: string
  readonly transport: Transport
  readonly secretOf: (id: string) => string
  readonly clock: Clock
  /** Calls at the same time. */
  readonly width: number
  /** Calls in a second; undefined for as many as the width allows. */
  readonly perSecond: number | undefined
  /** Says that somebody wants the run to end. */
  readonly signal: AbortSignal
  readonly log: (call: LoggedCall) => void
}

/** A lead to be sent. */
export interface LiveLead {
  readonly path: string
  readonly situation: Situation
}

/** Why nothing is known about a lead. */
export type UnknownReason = 'busy' | 'gone' | 'interrupted'

export type LiveCall =
  | {
      readonly status: 'judged'
      readonly verdict: AnswerVerdict
      readonly exchange: Exchange
      readonly milliseconds: number
    }
  | { readonly status: 'unknown'; readonly reason: UnknownReason }

export interface Caller {
  readonly call: (lead: LiveLead, purpose: CallPurpose) => Promise<LiveCall>
  /** Sends a lead and does not wait for what is answered. */
  readonly giveUp: (lead: LiveLead, milliseconds: number) => Promise<void>
}

/** So often is a lead sent that the endpoint puts off. */
const MOST_ATTEMPTS = 5

/** Longer than this nobody waits for an endpoint that asks to wait. */
const LONGEST_WAIT = 60_000

/** Sends leads one by one as Marketo would, waits where the endpoint asks for it, and judges what comes back. */
export function openCaller(
  endpoint: LiveEndpoint,
  subject: AnswerSubject,
  assumptions: LiveRequestOptions['assumptions'],
): Caller {
  const { transport, clock, signal, log } = endpoint
  const { url, secretOf } = endpoint
  const requestOf = liveRequests(subject.webhook, { endpoint: url, assumptions, secretOf })
  const judgeAnswer = answerJudge(subject)
  const rhythm = pace(endpoint.perSecond, clock, signal)
  const send = async ({ situation }: LiveLead, milliseconds: number): Promise<Exchange> => {
    const built = requestOf(situation)
    if (built === undefined) return UNSENT
    const turn = rhythm.turn()
    if (turn !== undefined) await turn
    return transport(built.request, { milliseconds, signal })
  }
  return {
    call: async (lead, purpose) => {
      for (let attempt = 1; ; attempt++) {
        if (signal.aborted) return INTERRUPTED
        const exchange = await send(lead, LIMITS.timeoutMilliseconds)
        if (signal.aborted) return INTERRUPTED
        const { milliseconds } = exchange
        const verdict = judgeAnswer(exchange)
        const status = exchange.status === 'answered' ? exchange.response.status : undefined
        const isPutOff = exchange.status === 'answered' && isBusy(exchange.response)
        const outcome = isPutOff ? 'busy' : verdict.outcome
        log({ path: lead.path, purpose, attempt, status, outcome, milliseconds })
        if (!isPutOff) return { status: 'judged', verdict, exchange, milliseconds }
        const wait = waitAfter(exchange.response, attempt, clock.now())
        if (attempt === MOST_ATTEMPTS || wait > LONGEST_WAIT) return BUSY
        rhythm.holdFor(wait)
      }
    },
    giveUp: async (lead, milliseconds) => {
      const exchange = await send(lead, milliseconds)
      log({
        path: lead.path,
        purpose: 'repeat',
        attempt: 1,
        status: undefined,
        outcome: 'given-up',
        milliseconds: exchange.milliseconds,
      })
    },
  }
}

/** What the endpoint asks for, and longer each time, also where it asks for nothing or for too little. */
function waitAfter(response: HttpResponse, attempt: number, now: number): number {
  const asked = retryAfter(response, now)
  const growing = 2 ** (attempt - 1)
  return asked === undefined ? 1000 * growing : Math.max(asked, 100 * growing)
}

const INTERRUPTED: LiveCall = { status: 'unknown', reason: 'interrupted' }
const BUSY: LiveCall = { status: 'unknown', reason: 'busy' }
const UNSENT: Exchange = {
  status: 'unreachable',
  reason: 'Marketo would send nothing',
  milliseconds: 0,
}

/** The endpoint says nothing about the lead, only that it has no time. Source: RFC 6585, RFC 9110. */
function isBusy({ status, headers }: HttpResponse): boolean {
  if (status === 429) return true
  return status === 503 && headers.some(([name]) => name.toLowerCase() === 'retry-after')
}
