import type { Burst, BurstWebhook, Road } from '../../src/burst/burst.ts'
import type { Latency } from '../../src/model/latency.ts'

/** An endpoint that takes so long; nothing fails and nothing is repeated. */
export function sampleWebhook(latency: Latency, more: Partial<BurstWebhook> = {}): BurstWebhook {
  return {
    id: 'crm',
    name: 'CRM',
    latency,
    latencySource: 'given',
    failing: 0,
    retry: { times: 0, after: 0 },
    writesBack: true,
    ...more,
  }
}

/** A campaign that calls these webhooks one after the other. */
export function sampleRoad(webhooks: readonly number[], more: Partial<Road> = {}): Road {
  const calls = webhooks.map((webhook) => ({ webhook, pause: 0 }))
  return { campaign: 'Sync', priority: 'Low', calls, ...more }
}

/** A hundred people at once, who call one webhook whose answers take 100 ms, 20 at a time. */
export function sampleBurst(more: Partial<Burst> = {}): Burst {
  return {
    leads: 100,
    over: 0,
    width: 20,
    seed: 1,
    timeout: 30_000,
    webhooks: [sampleWebhook({ p50: 100, p99: 100 })],
    roads: [sampleRoad([0])],
    beside: [],
    besideEvery: undefined,
    ...more,
  }
}
