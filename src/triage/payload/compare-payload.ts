import type { KnownWebhook } from '../known-webhook.ts'
import { templateMatcher } from './match-template.ts'

/** Which template a payload was made from. */
export type PayloadOrigin =
  | { readonly kind: 'current'; readonly revision: number }
  | { readonly kind: 'older'; readonly revision: number }
  /** None that was ever attested, and all of these were read. */
  | { readonly kind: 'by-hand'; readonly line: number }
  /** None that can be read here. */
  | { readonly kind: 'unknown'; readonly line: number }

export type ComparePayload = (payload: string) => PayloadOrigin

/** Holds payloads against every template that is known of a webhook; undefined where none is. */
export function payloadComparer(webhook: KnownWebhook): ComparePayload | undefined {
  const candidates = webhook.templates
    .filter((template) => template.webhook.template !== undefined)
    .map((template) => ({ template, match: templateMatcher(template) }))
  if (candidates.length === 0) return undefined
  return (payload) => {
    let line = 0
    for (const { template, match } of candidates) {
      const found = match(payload)
      const { revision, isCurrent } = template
      if (found.status === 'matches') return { kind: isCurrent ? 'current' : 'older', revision }
      if (isCurrent) line = Math.max(line, found.line)
    }
    return { kind: webhook.isHistoryKnown ? 'by-hand' : 'unknown', line }
  }
}
