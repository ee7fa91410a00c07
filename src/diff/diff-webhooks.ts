import type { Draft } from './change.ts'
import type { Aspect, ProgramPair, ProgramSide, WebhookPair, WebhookSide } from './comparison.ts'
import { additive, marketoFirst } from './consequence.ts'
import { matchItems, type Identity, type Matching } from './match-items.ts'
import { contentOf } from './meaning-of.ts'
import { about } from './webhook/about.ts'
import { compareOthers } from './webhook/others.ts'
import { compareContract } from './webhook/contract.ts'
import { compareDialog } from './webhook/dialog.ts'
import { compareHeaders } from './webhook/headers.ts'
import { compareLatency } from './webhook/latency.ts'
import { compareMappings } from './webhook/mappings.ts'
import { comparePayload } from './webhook/payload.ts'

/** Everything that can differ in a webhook. */
const ASPECTS: readonly Aspect<WebhookPair>[] = [
  compareDialog,
  comparePayload,
  compareHeaders,
  compareMappings,
  compareContract,
  compareLatency,
  compareOthers,
]

/** Webhooks that came, went, or differ. A new id for what Marketo shows by the same name is a rename. */
export function diffWebhooks(programs: ProgramPair): readonly Draft[] {
  const { kept, added, removed } = matchWebhooks(programs)
  return [
    ...kept.flatMap(([base, head]) => {
      const pair: WebhookPair = { id: head.defined.id.value, base, head, programs }
      return ASPECTS.flatMap((compare) => compare(pair))
    }),
    ...added.map(addedWebhook),
    ...removed.map(removedWebhook),
  ]
}

/** Which webhooks are the same: by id, or else by the name that Marketo shows, or else by all the rest. */
export function matchWebhooks({ base, head }: ProgramPair): Matching<WebhookSide> {
  return matchItems(sidesOf(base), sidesOf(head), IDENTITIES)
}

const IDENTITIES: readonly [Identity<WebhookSide>, ...Identity<WebhookSide>[]] = [
  ({ defined }) => defined.id.value,
  ({ defined }) => defined.name.value,
  ({ defined }) => contentOf(defined, 'id', 'name', 'request', 'response'),
]

function sidesOf({ compiled }: ProgramSide): readonly WebhookSide[] {
  return compiled.program.webhooks.flatMap((defined) => {
    const own = compiled.webhooks.find(({ id }) => id === defined.id.value)
    return own === undefined ? [] : [{ defined, compiled: own }]
  })
}

function addedWebhook({ defined }: WebhookSide): Draft {
  const id = defined.id.value
  return {
    ...wholeWebhook(defined, 'added'),
    before: undefined,
    after: webhookWords(defined),
    at: defined.id.at,
    wasAt: undefined,
    steps: actsOf(defined).map((act) => `webhook.${id}.${act}`),
    ...additive(
      'the endpoint must be ready before campaigns call it',
      ['receiver', 'human'],
      'endpoint-first',
    ),
  }
}

/** What is set up of it: a dialog without rows is not opened. */
function actsOf({ headers, mappings }: WebhookSide['defined']): readonly string[] {
  return [
    'dialog',
    ...(headers.length === 0 ? [] : ['headers']),
    ...(mappings.length === 0 ? [] : ['mappings']),
  ]
}

function removedWebhook({ defined }: WebhookSide): Draft {
  return {
    ...wholeWebhook(defined, 'removed'),
    before: webhookWords(defined),
    after: undefined,
    at: undefined,
    wasAt: defined.id.at,
    ...marketoFirst('nobody may call it any more before the endpoint goes'),
  }
}

function wholeWebhook(
  { id, name }: WebhookSide['defined'],
  motion: 'added' | 'removed',
): Pick<Draft, 'id' | 'subject' | 'steps' | 'kind' | 'motion' | 'what'> {
  const { id: changeId, subject, steps } = about(id.value, motion, undefined)
  return { id: changeId, subject, steps, kind: 'webhook', motion, what: `webhook ${name.value}` }
}

function webhookWords({ method, url }: WebhookSide['defined']): string {
  return `${method.value} ${url.value}`
}
