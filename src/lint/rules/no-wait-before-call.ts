import type { Campaign } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import { calledWebhook, isStartedByCall, isStep, requests } from '../../model/calls.ts'
import type { Rule } from '../rule.ts'

/** The point of a webhook is seconds. */
export const noWaitBeforeCall: Rule = {
  id: 'no-wait-before-call',
  severity: 'warning',
  category: 'campaign',
  summary: 'no Wait step delays a call',
  why: `A person asked for a demo, and sales should see it within seconds.
A Wait before the call gives that away, and steps before the call have finished anyway: the flow runs in order.
A Wait before a retry lets the endpoint recover and is let through, and so is one after a first call.`,
  visit: {
    step(step, { campaign, program, stepIndex }) {
      if (!isStep(step, 'Wait') || isRetry(campaign, program)) return undefined
      if (campaign.flow.slice(0, stepIndex).some((before) => calledWebhook(before) !== undefined)) {
        return undefined
      }
      const call = campaign.flow
        .slice(stepIndex + 1)
        .find((later) => calledWebhook(later) !== undefined)
      if (call === undefined) return undefined
      return {
        at: step.step.at,
        message: 'a Wait stands before the call',
        effect:
          'everybody is sent late, and changes to the Wait do not reach those who are already waiting',
        related: [{ at: call.step.at, message: 'the call that it delays' }],
        help: 'remove the Wait, or set the severity of this rule where the delay is wanted',
      }
    },
  },
}

/** A campaign that a call's end starts, or asks for: there the Wait lets the endpoint recover. */
function isRetry(campaign: Campaign, program: DefinedProgram): boolean {
  return program.webhooks.some(
    ({ id }) =>
      isStartedByCall(campaign, id.value) ||
      program.campaigns.some(
        (other) => isStartedByCall(other, id.value) && requests(other, campaign),
      ),
  )
}
