import type { Span } from '../../base/span.ts'
import type { Campaign } from '../../model/campaign.ts'
import { calledWebhook } from '../../model/calls.ts'
import type { Rule } from '../rule.ts'

/** A batch campaign's call is refused with code 1000. */
export const triggerCampaignOnly: Rule = {
  id: 'trigger-campaign-only',
  severity: 'error',
  category: 'campaign',
  summary: 'webhooks are called by trigger campaigns only',
  why: `In a batch campaign Marketo refuses the call with its own code 1000 and sends nothing.
An executable campaign cannot hold a webhook either; Request Campaign is the way round.
Sources: Experience League, "Errors" (webhooks), "Use a Webhook in a Smart Campaign", "Execute Campaign".`,
  visit: {
    step(step, { campaign }) {
      const reason = calledWebhook(step) === undefined ? undefined : whyNot(campaign)
      if (reason === undefined) return undefined
      return {
        at: step.step.at,
        message: `"${campaign.name.value}" ${reason.message}, and calls a webhook`,
        effect: reason.effect,
        setBy: [{ at: reason.at, message: reason.message }],
        help: 'give the campaign a trigger, for example "Campaign is Requested", and no schedule',
      }
    },
  },
}

interface Reason {
  readonly at: Span
  readonly message: string
  readonly effect: string
}

const REFUSED = 'Marketo refuses every call with code 1000; nothing is sent'

function whyNot({ schedule, isExecutable, name, triggers }: Campaign): Reason | undefined {
  if (schedule !== undefined) {
    return { at: schedule.at, message: 'runs by a schedule', effect: REFUSED }
  }
  if (isExecutable) {
    const effect = 'an executable campaign cannot hold a webhook; nothing is sent'
    return { at: name.at, message: 'is executable', effect }
  }
  return triggers.length === 0
    ? { at: name.at, message: 'has no trigger', effect: REFUSED }
    : undefined
}
