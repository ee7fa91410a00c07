import type { Located, LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Campaign, Constraint, Filter } from '../model/campaign.ts'
import { calledWebhooks } from './campaign-roles.ts'

/**
 * The campaign that sends again, where a definition has none: requested for one person after the
 * other, and letting in nobody who has already arrived. A batch campaign cannot call webhooks.
 */
export function replayCampaign(caller: Campaign, compiled: CompiledProgram): Campaign {
  const { at } = caller
  const called = calledWebhooks(caller, compiled.program)
  const webhooks = compiled.webhooks.filter(({ id }) => called.includes(id))
  return {
    id: text(`replay-${caller.id.value}`, at),
    at,
    name: text(`98 Replay of ${caller.name.value}`, at),
    triggers: [
      {
        id: text('requested', at),
        at,
        trigger: text('Campaign is Requested', at),
        constraints: [constraint('source', 'Web Service API', at)],
      },
    ],
    schedule: undefined,
    isExecutable: false,
    filters: [...caller.filters, ...webhooks.flatMap((webhook) => notArrived(webhook, at))],
    filterLogic: undefined,
    qualification: text('every time', at),
    priority: undefined,
    flow: webhooks.map((webhook) => ({
      id: text('call', at),
      at,
      step: text('Call Webhook', at),
      settings: [
        { name: text('webhook', at), value: text(webhook.id, at), text: text(webhook.id, at) },
      ],
      choices: [],
    })),
  }
}

/** Whom a mapped field already proves is left out. */
export function notArrived({ mappings, success }: CompiledWebhook, at: Span): readonly Filter[] {
  const proof = mappings.find(({ path }) => path.value === success?.path.value)
  if (success === undefined || proof?.field === undefined) return []
  return [
    {
      id: text('not-arrived', at),
      at,
      filter: text(proof.field.displayName, at),
      operator: text('is not', at),
      value: located(String(success.equals.value), at),
      constraints: [],
    },
  ]
}

function constraint(name: string, value: string, at: Span): Constraint {
  return { name: text(name, at), operator: text('is', at), value: located(value, at) }
}

function located<T>(value: T, at: Span): Located<T> {
  return { value, at }
}

/** A text that no file holds: it points at the campaign that it was made from. */
function text(value: string, at: Span): LocatedText {
  return { value, at, pieces: value === '' ? [] : [{ start: 0, end: value.length, at }] }
}
