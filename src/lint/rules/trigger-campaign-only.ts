import type { Located } from '../../base/located-text.ts'
import type { Campaign } from '../../model/campaign.ts'
import { calledWebhook } from '../calls.ts'
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
    *step(step, { campaign }) {
      const reason = calledWebhook(step) === undefined ? undefined : whyNot(campaign)
      if (reason === undefined) return
      yield {
        at: step.step.at,
        message: `"${campaign.name.value}" ${reason.message}, and calls a webhook`,
        effect: 'Marketo refuses every call with code 1000; nothing is sent',
        setBy: [{ at: reason.at, message: reason.message }],
        help: 'give the campaign a trigger, for example "Campaign is Requested", and no schedule',
      }
    },
  },
}

function whyNot(
  campaign: Campaign,
): (Pick<Located<string>, 'at'> & { message: string }) | undefined {
  if (campaign.schedule !== undefined)
    return { at: campaign.schedule.at, message: 'runs by a schedule' }
  if (campaign.isExecutable) return { at: campaign.name.at, message: 'is executable' }
  if (campaign.triggers.length === 0) return { at: campaign.name.at, message: 'has no trigger' }
  return undefined
}
