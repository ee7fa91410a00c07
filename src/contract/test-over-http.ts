import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Exchange, HttpRequest, Transport } from '../emulate/call.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { Answer } from '../receiver/answer.ts'
import { makeReceiver } from '../receiver/make-receiver.ts'
import { judge, type Court } from './judge.ts'
import type { LeadPlan } from './lead-plan.ts'
import { renderCase, SECRET_MARKER } from './render-case.ts'
import { isInShard, type Shard } from './shard.ts'
import { probeRequest, SHORT_DEADLINE, type Answering } from './test-responses.ts'

/** An endpoint on loopback, or in memory, that answers as it is told. */
export type Serve = (behavior: (request: HttpRequest) => Answer) => Promise<{
  readonly origin: string
  readonly close: () => Promise<void>
}>

export interface Network {
  readonly serve: Serve
  readonly transport: Transport
}

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
  return async (answer) => {
    const server = await network.serve(() => answer)
    try {
      const deadline =
        answer.kind === 'hang' ? SHORT_DEADLINE : { milliseconds: LIMITS.timeoutMilliseconds }
      return await network.transport(probeRequest(webhook, `${server.origin}/`), deadline)
    } finally {
      await server.close()
    }
  }
}

/** Gets answers to us without a network: the virtual clock makes time-outs free. */
export function answeringInMemory(): Answering {
  return (answer) => {
    switch (answer.kind) {
      case 'hang':
        return Promise.resolve({ status: 'timed-out', milliseconds: LIMITS.timeoutMilliseconds })
      case 'reset':
        return Promise.resolve({
          status: 'unreachable',
          reason: 'the connection was closed',
          milliseconds: 0,
        })
      case 'respond': {
        const { status, reason, headers, body } = answer
        const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
        return Promise.resolve({
          status: 'answered',
          response: { status, reason, headers, body: bytes },
          milliseconds: 0,
        })
      }
    }
  }
}
