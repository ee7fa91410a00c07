import type { KnownWebhook } from '../known-webhook.ts'
import { payloadComparer, type ComparePayload, type PayloadOrigin } from './compare-payload.ts'

/** How many payloads of a webhook were made from which template. */
export interface PayloadCount {
  readonly webhook: string
  readonly origin: PayloadOrigin
  readonly calls: number
}

export interface PayloadCounter {
  readonly add: (webhook: string, payload: string) => void
  readonly counted: () => readonly PayloadCount[]
}

/** There are no more counts than templates and lines of them. */
export function payloadCounter(webhooks: readonly KnownWebhook[]): PayloadCounter {
  const comparers = new Map<string, ComparePayload>()
  for (const webhook of webhooks) {
    const compare = payloadComparer(webhook)
    if (compare !== undefined) comparers.set(webhook.name, compare)
  }
  const counts = new Map<string, { webhook: string; origin: PayloadOrigin; calls: number }>()
  return {
    add: (webhook, payload) => {
      const origin = comparers.get(webhook)?.(payload)
      if (origin === undefined) return
      const key = JSON.stringify([webhook, origin])
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { webhook, origin, calls: 1 })
      else known.calls++
    },
    counted: () => [...counts.values()],
  }
}
