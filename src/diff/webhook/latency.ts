import type { Webhook } from '../../model/webhook.ts'
import type { Draft } from '../change.ts'
import type { WebhookPair } from '../comparison.ts'
import { NOTHING_FOLLOWS } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { about } from './about.ts'

/** How long the endpoint is said to take: bursts are simulated with it, and Marketo never sees it. */
export function compareLatency({ id, base, head }: WebhookPair): readonly Draft[] {
  const difference = differenceOf(latencyOf(base.defined), latencyOf(head.defined))
  if (difference === undefined) return []
  return [
    {
      ...about(id, 'latency', undefined),
      kind: 'setting',
      what: 'how long the endpoint takes',
      ...difference,
      ...NOTHING_FOLLOWS,
    },
  ]
}

function latencyOf({ latency }: Webhook): Written | undefined {
  if (latency === undefined) return undefined
  const { p50, p99 } = latency.value
  // Not rounded: what differs has other words.
  const value = p50 === p99 ? `${p50} ms` : `half within ${p50} ms, 99 % within ${p99} ms`
  return { value, at: latency.at }
}
