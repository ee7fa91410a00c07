import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Campaign } from '../../model/campaign.ts'
import { alertedBy, calledWebhooks, campaignRoles, listsOf } from '../../steps/campaign-roles.ts'
import { hostOf } from '../host-of.ts'
import { effectsOf } from './campaign-effects.ts'
import type { Message, SequenceDiagram } from './diagram.ts'

const LEAD = 'Lead'
const MARKETO = 'Marketo'

/** One call from the trigger to its consequences. */
export function sequenceDiagram(compiled: CompiledProgram): SequenceDiagram {
  const { program, webhooks } = compiled
  const { callers, catchers, followers } = campaignRoles(compiled)
  const endpoints = [...new Set(webhooks.map(endpointName))]
  return {
    title: `${program.title.value}: one call`,
    description: `A lead meets a campaign, Marketo calls ${endpoints.join(' and ')}, and acts on the answer.`,
    participants: [LEAD, MARKETO, ...endpoints],
    messages: [
      ...callers.flatMap((campaign) => callMessages(campaign, compiled)),
      ...webhooks.flatMap(writeMessages),
      ...followers.flatMap(followMessages),
      ...catchers.map(catchMessage),
    ],
  }
}

function endpointName({ url }: CompiledWebhook): string {
  return hostOf(url.text.value)
}

function callMessages(
  campaign: Campaign,
  { program, webhooks }: CompiledProgram,
): readonly Message[] {
  const triggers = campaign.triggers.map(({ trigger }) => trigger.value).join(' or ')
  const called = calledWebhooks(campaign, program)
  return [
    message(LEAD, MARKETO, `meets ${campaign.name.value} by ${triggers || 'its schedule'}`),
    ...webhooks
      .filter(({ id }) => called.includes(id))
      .flatMap((webhook) => [
        message(
          MARKETO,
          endpointName(webhook),
          `${webhook.method}, by the webhook ${webhook.name}`,
        ),
        {
          ...message(endpointName(webhook), MARKETO, 'a status and a body, within 30 seconds'),
          isAnswer: true,
        },
      ]),
  ]
}

function writeMessages({ mappings }: CompiledWebhook): readonly Message[] {
  if (mappings.length === 0) return []
  const fields = mappings.map(({ field, fieldName }) => field?.displayName ?? fieldName.value)
  return [message(MARKETO, LEAD, `with a status from 200 to 299, writes ${fields.join(' and ')}`)]
}

function followMessages(campaign: Campaign): readonly Message[] {
  const effects = effectsOf(campaign)
  return effects.length === 0
    ? []
    : [message(MARKETO, LEAD, `${campaign.name.value}, on a proven answer: ${effects.join(', ')}`)]
}

function catchMessage(campaign: Campaign): Message {
  const parts = [
    ...listsOf([campaign]).map((list) => `adds the lead to ${list}`),
    ...alertedBy([campaign]).map((to) => `tells ${to}`),
  ]
  const text = `${campaign.name.value}, on a failed call: ${parts.join(', ') || 'runs its flow'}`
  return message(MARKETO, LEAD, text)
}

function message(from: string, to: string, text: string): Message {
  return { from, to, text, isAnswer: false }
}
