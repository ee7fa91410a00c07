import { calledWebhook, isStep } from '../../model/calls.ts'
import { settingOf, type Campaign, type FlowStep } from '../../model/campaign.ts'
import { campaignOf } from '../campaign-of.ts'
import type { Rule } from '../rule.ts'

/** Executable campaigns run inside the flow that executes them, and that flow does not stop. */
export const executedCampaignWaitsForNothing: Rule = {
  id: 'executed-campaign-waits-for-nothing',
  severity: 'error',
  category: 'campaign',
  summary: 'a campaign that is executed holds neither a Wait nor a call of a webhook',
  why: `Executable campaigns are never compatible with wait steps and webhooks; Request Campaign is the way round.
Campaigns of other programs are not looked at.
Source: Experience League, "Execute Campaign".`,
  visit: {
    campaign(campaign) {
      const wait = campaign.isExecutable ? campaign.flow.find(isWait) : undefined
      if (wait === undefined) return undefined
      return {
        at: wait.step.at,
        message: `"${campaign.name.value}" is executable, and waits`,
        effect: 'an executable campaign cannot hold a Wait',
        help: 'remove the Wait, or let the campaign be requested: "Campaign is Requested"',
      }
    },
    step(step, { program }) {
      const name = isStep(step, 'Execute Campaign') ? settingOf(step, 'campaign') : undefined
      const executed = name === undefined ? undefined : campaignOf(name.value, program)
      if (name === undefined || executed === undefined || executed.isExecutable) return undefined
      const reason = unfit(executed)
      if (reason === undefined) return undefined
      return {
        at: name.at,
        message: `"${executed.name.value}" is executed, and ${isWait(reason) ? 'waits' : 'calls a webhook'}`,
        effect: 'an executable campaign cannot hold such a step',
        related: [{ at: reason.step.at, message: 'this step' }],
        help: 'use Request Campaign, and give the campaign the trigger "Campaign is Requested"',
      }
    },
  },
}

function unfit({ flow }: Campaign): FlowStep | undefined {
  return flow.find((step) => isWait(step) || calledWebhook(step) !== undefined)
}

function isWait(step: FlowStep): boolean {
  return isStep(step, 'Wait')
}
