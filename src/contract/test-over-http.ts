import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { durationOf, type Answer, type Conduct } from '../emulate/answer.ts'
import type { Deadline, Exchange, HttpRequest, Transport } from '../emulate/call.ts'
import { exchangeOf } from '../emulate/exchange-of.ts'
import { LIMITS } from '../marketo/limits.ts'
import { makeReceiver } from '../receiver/make-receiver.ts'
import { judge, type Court } from './judge.ts'
import type { LeadPlan } from './lead-plan.ts'
import { renderCase, SECRET_MARKER } from './render-case.ts'
import { isInShard, type Shard } from './shard.ts'
import { probeRequest } from './test-responses.ts'
import type { Answering } from './try-faults.ts'

/** An endpoint on loopback, or in memory, that does as it is told. */
export type Serve = (behavior: ((request: HttpRequest) => Answer) | Conduct) => Promise<{
  readonly origin: string
  readonly close: () => Promise<void>
}>

export interface Network {
  readonly serve: Serve
  readonly transport: Transport
}

/** Ids and good states of the checks over HTTP. */
export const HTTP_CHECKS = {
  'endpoint-accepts': 'the embedded endpoint takes every request that passes the other checks',
} as const

/** The most leads that are sent over HTTP: what rendering shows for all of them, the wire shows for these. */
const MOST_CALLS = 250

/**
 * Sends leads to the embedded endpoint over HTTP. The endpoint must take exactly those that the checks
 * passed: a difference means that something was changed on the wire.
 */
export async function testOverHttp(
  court: Court,
  plan: LeadPlan,
  shard: Shard,
  { serve, transport }: Network,
): Promise<readonly (Diagnostic | undefined)[]> {
  const { webhook } = court.subject
  const usual = { ...court, worlds: court.worlds.slice(0, 1) }
  const server = await serve(makeReceiver(webhook))
  const verdicts: (Diagnostic | undefined)[] = []
  try {
    for (const index of spread(plan.count, MOST_CALLS)) {
      if (!isInShard(index, shard)) continue
      const { situation } = plan.caseAt(index)
      const world = court.worlds[0]?.assumptions ?? {}
      const rendered = renderCase(court.subject, situation, world)
      if (rendered === undefined || judge(usual, situation).length > 0) continue
      const request = redirect(rendered.request, server.origin)
      const exchange = await transport(request, { milliseconds: LIMITS.timeoutMilliseconds })
      verdicts.push(refusalOf(webhook, index, exchange))
    }
  } finally {
    await server.close()
  }
  return verdicts
}

/** At most so many numbers below `count`, evenly from first to last, so that every token and the random leads have their part. */
export function spread(count: number, most: number): readonly number[] {
  const step = Math.max(1, count / most)
  return Array.from({ length: Math.min(count, most) }, (_number, nth) => Math.ceil(nth * step))
}

/** The same request to another host. */
function redirect(request: HttpRequest, origin: string): HttpRequest {
  const { pathname, search } = new URL(request.url)
  return { ...request, url: `${origin}${pathname}${search}` }
}

function refusalOf(
  webhook: CompiledWebhook,
  lead: number,
  exchange: Exchange,
): Diagnostic | undefined {
  if (exchange.status === 'answered' && exchange.response.status === 200) return undefined
  const answer =
    exchange.status === 'answered'
      ? `status ${exchange.response.status}: ${new TextDecoder().decode(exchange.response.body).replaceAll(SECRET_MARKER, '…')}`
      : exchange.status
  return {
    rule: 'endpoint-accepts',
    severity: 'error',
    at: webhook.at,
    message: `the embedded endpoint refuses a request that every check passed (${answer})`,
    effect: 'the request is changed on its way',
    help: 'report this: the tool and its own endpoint disagree',
    origin: { lead, cause: 'endpoint-accepts' },
  }
}

/** Gets answers to us over HTTP, each over a connection of its own. */
export function answeringOverHttp(webhook: CompiledWebhook, network: Network): Answering {
  return async (conduct) => {
    const { hurried, deadline } = hurry(conduct)
    const server = await network.serve(hurried)
    try {
      return await network.transport(probeRequest(webhook, `${server.origin}/`), deadline)
    } finally {
      await server.close()
    }
  }
}

/** Nobody waits for what comes too late, or not at all. */
const SHORT_DEADLINE = { milliseconds: 25 } as const
const WHOLE_DEADLINE = { milliseconds: LIMITS.timeoutMilliseconds } as const

/** Thirty seconds pass in about this many milliseconds. */
const HURRIED = 20

/**
 * Real sockets show that an answer in time is taken and one that is late is not; where exactly the
 * line runs is a matter of the virtual clock. So what is in time is hurried and gets the whole deadline,
 * and what is late keeps its pace and gets a short one: a slow machine changes neither.
 */
function hurry(conduct: Conduct): { readonly hurried: Conduct; readonly deadline: Deadline } {
  const isLate = durationOf(conduct) > WHOLE_DEADLINE.milliseconds
  if (isLate) return { hurried: conduct, deadline: SHORT_DEADLINE }
  if (conduct.kind !== 'respond' || conduct.pace === undefined) {
    return { hurried: conduct, deadline: WHOLE_DEADLINE }
  }
  const rate = HURRIED / WHOLE_DEADLINE.milliseconds
  const { silence, head, body } = conduct.pace
  const pace = { silence: silence * rate, head: head * rate, body: body * rate }
  return { hurried: { ...conduct, pace }, deadline: WHOLE_DEADLINE }
}

/** Gets answers to us without a network: the virtual clock makes time-outs free. */
export function answeringInMemory(): Answering {
  return (conduct) => Promise.resolve(exchangeOf(conduct, WHOLE_DEADLINE))
}
