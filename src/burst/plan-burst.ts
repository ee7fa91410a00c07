import type { Latency } from '../model/latency.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { Program } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import type { Burst, BurstWebhook, Retry, Road } from './burst.ts'
import { programRoads, type ProgramRoad } from './program-roads.ts'
import { retryRoad } from './retry-road.ts'

/** What is asked for; undefined where the definitions, or an assumption, are to say it. */
export interface BurstWish {
  readonly leads: number
  readonly over: number
  readonly width: number
  readonly seed: number
  readonly latency: Latency | undefined
  /** By the id of a webhook; stronger than the latency of all. */
  readonly latencies: Readonly<Record<string, Latency>>
  /** The part of calls that end with an error, from 0 to 1, of the programs of the burst. */
  readonly failing: number
  readonly retryTimes: number | undefined
  readonly retryAfter: number | undefined
  readonly besideEvery: number | undefined
}

/** Adobe's own example of a call, for want of a better figure. Source: Experience League, "Webhooks". */
export const ASSUMED_LATENCY: Latency = { p50: 50, p99: 50 }

/** The burst of some programs, with all other webhooks of their subscription beside it. */
export function planBurst(
  programs: readonly Program[],
  others: readonly Program[],
  wish: BurstWish,
): Burst {
  const webhooks: BurstWebhook[] = []
  const roads = programs
    .flatMap((program) => roadsOf(program, webhooks, wish))
    .filter(({ calls }) => calls.length > 0)
  const own = webhooks.length
  const { leads, over, width, seed, besideEvery } = wish
  const as = { ...wish, failing: 0, retryTimes: undefined, retryAfter: undefined }
  const beside =
    besideEvery === undefined ? [] : others.flatMap((program) => roadsOf(program, webhooks, as))
  return {
    leads,
    over,
    width,
    seed,
    timeout: LIMITS.timeoutMilliseconds,
    webhooks,
    roads,
    beside: beside.filter(({ calls }) => calls.some(({ webhook }) => webhook >= own)),
    besideEvery,
  }
}

/** The roads of a program; webhooks that are not yet known are added. One webhook serves several environments. */
function roadsOf(program: Program, webhooks: BurstWebhook[], wish: BurstWish): readonly Road[] {
  return programRoads(program).map(({ campaign, priority, calls }) => ({
    campaign,
    priority,
    calls: calls.flatMap(({ webhook: id, pause }: ProgramRoad['calls'][number]) => {
      const defined = program.webhooks.find((webhook) => webhook.id.value === id)
      if (defined === undefined) return []
      const known = webhooks.findIndex(({ name }) => name === defined.name.value)
      const webhook = known === -1 ? webhooks.length : known
      if (known === -1) webhooks.push(webhookOf(defined, program, wish))
      return [{ webhook, pause }]
    }),
  }))
}

function webhookOf(webhook: Webhook, program: Program, wish: BurstWish): BurstWebhook {
  const id = webhook.id.value
  return {
    id,
    name: webhook.name.value,
    ...latencyOf(webhook, wish),
    failing: wish.failing,
    retry: retryOf(retryRoad(program, id), wish),
    writesBack: webhook.mappings.length > 0,
  }
}

function latencyOf(
  webhook: Webhook,
  { latency, latencies }: BurstWish,
): Pick<BurstWebhook, 'latency' | 'latencySource'> {
  const given = latencies[webhook.id.value] ?? latency
  if (given !== undefined) return { latency: given, latencySource: 'given' }
  return webhook.latency === undefined
    ? { latency: ASSUMED_LATENCY, latencySource: 'assumed' }
    : { latency: webhook.latency.value, latencySource: 'definition' }
}

function retryOf(found: Retry | undefined, { retryTimes, retryAfter }: BurstWish): Retry {
  return {
    times: retryTimes ?? found?.times ?? 0,
    after: retryAfter ?? found?.after ?? 0,
  }
}
