import type { Cause } from './cause.ts'
import type { Group } from './groups.ts'
import type { KnownWebhook } from './known-webhook.ts'

/** Whether a person whose last call ended so is to be sent again; undefined where nothing is to be done. */
export type Again =
  { readonly send: true } | { readonly send: false; readonly reason: string } | undefined

export interface AgainOptions {
  /** Statuses and codes whose cause is mended, as the user says. */
  readonly mended: readonly string[]
  /** Webhooks of which the user says that the endpoint takes the same call twice. */
  readonly repeatable: readonly string[]
}

/** Only where it helps: what passes by itself, what is mended, and nothing that the endpoint could do twice. */
export function againFor(
  { status, webhook }: Pick<Group, 'status' | 'webhook'>,
  cause: Cause,
  known: Pick<KnownWebhook, 'variants'> | undefined,
  { mended, repeatable }: AgainOptions,
): Again {
  if (cause.level === 'fine') return undefined
  const keep: Again = { send: false, reason: `${cause.title}: ${cause.keep}` }
  switch (cause.repeat) {
    case 'never':
      return cause.level === 'look' && cause.id !== 'nothing-recorded' ? undefined : keep
    case 'helps':
      return { send: true }
    case 'helps-when-mended':
      return mended.includes(status) ? { send: true } : keep
    case 'helps-if-repeatable': {
      const hasKey = known?.variants.every(({ idempotencyKey }) => idempotencyKey.length > 0)
      return hasKey === true || repeatable.includes(webhook) ? { send: true } : keep
    }
  }
}
