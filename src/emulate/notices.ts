import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { ExchangeReading } from './read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { assumptionNamed } from '../marketo/assumptions/assumptions.ts'
import { allOf, anyOf, textMeets, type Answer } from '../marketo/campaigns/meets-operator.ts'
import { hearsCall } from '../model/calls.ts'
import type { Campaign, Constraint, Trigger } from '../model/campaign.ts'
import { actsOnPerson } from '../model/failure-campaigns.ts'

/** Whether a campaign starts after a call: in every possible world, in some, or nobody can tell. */
export interface Notice {
  readonly campaign: string
  readonly certainty: 'always' | 'sometimes' | 'unknown'
  /** The assumption values under which it does, where it does not always. */
  readonly under: readonly string[]
}

/** What a campaign on "Webhook is Called" can see of a call; undefined where no source says what it sees. */
interface Signal {
  readonly response: string
  readonly errorType: string | undefined
}

/** The campaigns that do something about a call which has ended in this way. Source: Experience League, "Errors" (webhooks). */
export function noticesOf(
  webhook: CompiledWebhook,
  reading: ExchangeReading,
  {
    listeners,
    pinned,
  }: { readonly listeners: readonly Campaign[]; readonly pinned: AssumptionSet },
): readonly Notice[] {
  const own = pinned['error-type']
  const worlds = own === undefined ? (assumptionNamed('error-type')?.values ?? []) : [own]
  const signals = worlds.map((world) => ({ world, signal: signalOf(reading, world) }))
  return listeners.filter(actsOnPerson).flatMap((campaign): readonly Notice[] => {
    const heard = signals.map(({ world, signal }) => ({
      world,
      answer: isStarted(campaign, webhook.id, signal),
    }))
    const under = heard.flatMap(({ world, answer }) =>
      answer === 'yes' ? [`error-type: ${world}`] : [],
    )
    const name = campaign.name.value
    if (under.length === worlds.length) return [{ campaign: name, certainty: 'always', under: [] }]
    if (under.length > 0) return [{ campaign: name, certainty: 'sometimes', under }]
    const isOpen = heard.some(({ answer }) => answer === 'unknown')
    return isOpen ? [{ campaign: name, certainty: 'unknown', under: [] }] : []
  })
}

/** The literal response; the error type only where a source names it: of refusals, and Marketo's own 1001. */
function signalOf({ outcome, text: response }: ExchangeReading, world: string): Signal {
  if (outcome.status === 'empty-body') return { response, errorType: String(outcome.code) }
  if (outcome.status !== 'refused') return { response, errorType: undefined }
  const errorType = world === 'status-code' ? String(outcome.code) : outcome.reason
  return { response, errorType }
}

/** Triggers are ORed, their constraints ANDed. Source: Experience League, "Define Smart List for Smart Campaign, Trigger". */
function isStarted({ triggers }: Campaign, webhook: string, signal: Signal): Answer {
  return anyOf(
    triggers
      .filter((trigger) => hearsCall(trigger, webhook))
      .map((trigger) => isFired(trigger, signal)),
  )
}

function isFired({ constraints }: Trigger, signal: Signal): Answer {
  return allOf(
    constraints.map((constraint): Answer => {
      switch (constraint.name.value) {
        case 'webhook':
          return 'yes'
        case 'response':
          return isMet(constraint, signal.response)
        case 'errorType':
          return isMet(constraint, signal.errorType)
        default:
          return 'unknown'
      }
    }),
  )
}

function isMet({ operator, value }: Constraint, actual: string | undefined): Answer {
  return textMeets(actual, { operator: operator?.value, wanted: value.value })
}

/** Who notices, in words: `99 Sync failed`, `99 Sync failed (perhaps)`; undefined where nobody does. */
export function noticeWords(notices: readonly Notice[]): string | undefined {
  const names = notices.map(({ campaign, certainty, under }) => {
    if (certainty === 'always') return campaign
    return certainty === 'unknown'
      ? `${campaign} (perhaps)`
      : `${campaign} (if ${under.join(', ')})`
  })
  return names.length === 0 ? undefined : names.join(', ')
}
