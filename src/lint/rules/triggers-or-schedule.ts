import { firstCall } from '../../model/calls.ts'
import type { Rule } from '../rule.ts'

/** One trigger makes a campaign a triggered one, which has no schedule. */
export const triggersOrSchedule: Rule = {
  id: 'triggers-or-schedule',
  severity: 'error',
  category: 'campaign',
  summary: 'a campaign has triggers or a schedule, not both',
  why: `One trigger or more puts a campaign into the mode "Triggered": it is active or not, and its Schedule tab has no recurrence.
The schedule that is written cannot be set up.
Source: Experience League, "Define Smart List for Smart Campaign, Trigger", "Understanding Batch and Trigger Smart Campaigns".`,
  visit: {
    campaign(campaign) {
      const { schedule, triggers } = campaign
      const [trigger] = triggers
      // Of a campaign that calls a webhook the rule trigger-campaign-only speaks.
      if (schedule === undefined || trigger === undefined || firstCall(campaign) !== -1)
        return undefined
      return {
        at: schedule.at,
        message: `"${campaign.name.value}" has a trigger, and a schedule`,
        effect: 'a triggered campaign has no recurrence: the schedule cannot be set up',
        related: [{ at: trigger.trigger.at, message: 'the trigger' }],
        help: 'remove one of them, or make two campaigns',
      }
    },
  },
}
