import { durationWords } from '../base/duration.ts'
import { figure } from '../base/figure.ts'
import type { Burst } from './burst.ts'
import { burstOutcome, type BurstOutcome } from './burst-outcome.ts'
import type { Advice } from './advice.ts'
import type { StudiedBurst } from './studied-burst.ts'
import { CONCURRENCY, widthWords } from './concurrency.ts'

/**
 * Who waits longer could have had a CRM sync that polls: those take five minutes at least, which is
 * what a webhook is there to beat.
 */
const WORTH_A_WEBHOOK = 5 * 60_000

/** Which tool is better, and which setting, for a burst that was looked at under every bound. */
export function adviseBurst(study: StudiedBurst): readonly Advice[] {
  const worst = longest(study)
  return [
    ...findTheBound(study, worst),
    ...(worst.waits.max <= WORTH_A_WEBHOOK
      ? [webhookSuits(study, worst)]
      : otherTools(study, worst)),
    ...timeOuts(study),
    ...priority(study),
  ]
}

/** The bound under which the last one waits longest; what is shown where there is no bound. */
function longest({ bounds, shown }: StudiedBurst): BurstOutcome {
  return bounds.reduce(
    (most, { outcome }) => (outcome.waits.max > most.waits.max ? outcome : most),
    bounds[0]?.outcome ?? shown,
  )
}

function webhookSuits({ bounds }: StudiedBurst, worst: BurstOutcome): Advice {
  const condition = bounds.length > 1 ? `Even ${widthWords(worst.width)}, nobody` : 'Nobody'
  const { max } = worst.waits
  const wait = max === 0 ? 'waits' : `waits longer than ${durationWords(max)}`
  return {
    id: 'webhook-suits',
    title: 'A webhook is the right tool',
    text: `${condition} ${wait} for a connection: sooner than a CRM sync that polls every five minutes.`,
    source: '',
  }
}

/** A measurement that tells the bounds apart: so many people, an answer that takes so long. */
const PROBE = { people: 40, answer: 5_000 } as const

/** Said where one bound speaks for the webhook and the other one against it. */
function findTheBound({ bounds }: StudiedBurst, worst: BurstOutcome): readonly Advice[] {
  const best = bounds
    .map(({ outcome }) => outcome)
    .find((each) => each.waits.max <= WORTH_A_WEBHOOK)
  if (best === undefined || worst.waits.max <= WORTH_A_WEBHOOK) return []
  const { people, answer } = PROBE
  const time = (width: number): string => durationWords((people / width) * answer)
  return [
    {
      id: 'find-the-bound',
      title: 'Find out which bound is yours',
      text: `${capitalized(widthWords(best.width))}, nobody waits longer than ${durationWords(best.waits.max)} and the webhook suits; ${widthWords(worst.width)}, the last one waits ${durationWords(worst.waits.max)}. In a sandbox, send ${people} people to an endpoint that takes ${durationWords(answer)}: it is done after ${time(best.width)}, or after ${time(worst.width)}. Then pin "${CONCURRENCY}" with that evidence.`,
      source: '',
    },
  ]
}

function otherTools(study: StudiedBurst, worst: BurstOutcome): readonly Advice[] {
  const writesBack = study.burst.webhooks.some(
    (webhook, index) => webhook.writesBack && isOfBurst(index, study.burst),
  )
  return [
    spread(study, worst),
    bulkJob(study.burst, worst),
    writesBack ? selfService(worst) : dataStreams(study.burst),
  ]
}

function isOfBurst(webhook: number, { roads }: Burst): boolean {
  return roads.some(({ calls }) => calls.some((call) => call.webhook === webhook))
}

/** So many calls a minute leave at the same speed as they come. */
function spread({ burst }: StudiedBurst, worst: BurstOutcome): Advice {
  const perMinute = Math.max(1, Math.floor((burst.leads * 60_000) / worst.drain))
  return {
    id: 'spread',
    title: 'Spread the burst',
    text: `${capitalized(widthWords(worst.width))}, ${figure(perMinute)} leads a minute leave as fast as they come: in portions of that size, over ${durationWords(worst.drain)}, hardly anybody waits. As it is, the last one waits ${durationWords(worst.waits.max)}.`,
    source: '',
  }
}

/** Records that one request of the REST API takes. Source: Experience League, "Leads" (REST API). */
const RECORDS_A_REQUEST = 300

function bulkJob({ leads, roads }: Burst, worst: BurstOutcome): Advice {
  const calls = leads * roads.reduce((sum, road) => sum + road.calls.length, 0)
  const requests = Math.ceil(leads / RECORDS_A_REQUEST)
  return {
    id: 'bulk-job',
    title: 'Import in bulk',
    text: `Whoever imports ${figure(leads)} people can give the CRM the same file, outside the webhook: nobody waits up to ${durationWords(worst.drain)}. What the CRM knows then goes back with Sync Leads in ${plural(requests, 'request')} of up to ${RECORDS_A_REQUEST} records, instead of ${plural(calls, 'call')}. Keep the imported people out of the campaign with a filter.`,
    source: 'Experience League, "Leads" (REST API)',
  }
}

function selfService({ drain, width }: BurstOutcome): Advice {
  return {
    id: 'self-service-flow-steps',
    title: 'Consider a Self-Service Flow Step',
    text: `It is asynchronous: people go to your service in batches, and it calls back when it is done, so no connection is held as they are here for ${durationWords(drain)} (${widthWords(width)}). It works in batch campaigns too, where a webhook is refused, and its values are written before the next step runs. You provide a service with an OpenAPI description.`,
    source: 'Experience League, "Self-Service Flow Steps", "Flow Step Service"',
  }
}

function dataStreams({ leads }: Burst): Advice {
  return {
    id: 'data-streams',
    title: 'Consider Data Streams',
    text: `Nothing of the answers is written to the person, so ${figure(leads)} calls only tell somebody something. Data Streams do that without a campaign: activities arrive as events through Adobe I/O Events, and a journal keeps them for 7 days. They need a Performance Tier package and a subscription on Adobe's identity management.`,
    source: 'Experience League, "Data Streams"; Adobe I/O Events',
  }
}

function timeOuts({ burst, shown: { counts } }: StudiedBurst): readonly Advice[] {
  if (counts.timedOut === 0) return []
  const held = durationWords(counts.timedOut * burst.timeout)
  return [
    {
      id: 'time-outs',
      title: 'Answer first, work later',
      text: `${plural(counts.timedOut, 'call')} of ${figure(counts.calls)} would be ended after ${durationWords(burst.timeout)}: together they hold connections for ${held}, and nobody knows whether the endpoint did its work. Let it answer at once, and write the result back later through the REST API.`,
      source: 'Experience League, "Webhooks"',
    },
  ]
}

/** Campaigns for which the override is recommended at most. Source: Experience League, "Priority Override for Trigger Campaigns". */
const MOST_OVERRIDES = 25

/** A wait of others that somebody would notice. */
const NOTICED = 10_000

/** How long others wait behind the burst, and how long they would if their campaigns went first. */
function priority({ burst, shown }: StudiedBurst): readonly Advice[] {
  const delayed = longestBeside(shown)
  if (delayed < NOTICED || burst.beside.every((road) => road.priority === 'High')) return []
  const first = burst.beside.map((road) => ({ ...road, priority: 'High' as const }))
  const raised = longestBeside(burstOutcome({ ...burst, beside: first }))
  if (raised > delayed / 2) return []
  return [
    {
      id: 'priority',
      title: 'Let others go first',
      text: `Meanwhile calls of other webhooks wait up to ${durationWords(delayed)}: they share the connections. If their campaigns had the priority High, they would wait ${raised < 1 ? 'not at all' : `up to ${durationWords(raised)}`}. The override is recommended for at most ${MOST_OVERRIDES} campaigns, counts for people who enter from then on, and needs the permission Edit Trigger Campaign Priority.`,
      source: 'Experience League, "Priority Override for Trigger Campaigns"',
    },
  ]
}

function longestBeside({ webhooks }: BurstOutcome): number {
  return Math.max(0, ...webhooks.filter((each) => each.isBeside).map(({ waits }) => waits.max))
}

function plural(count: number, noun: string): string {
  return `${figure(count)} ${noun}${count === 1 ? '' : 's'}`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
