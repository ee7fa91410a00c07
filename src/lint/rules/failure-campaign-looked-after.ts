import { LIMITS } from '../../marketo/limits.ts'
import { isReviewedInTime } from '../../model/reviewed-in-time.ts'
import type { Rule } from '../rule.ts'

/** A campaign that nobody enters is switched off, and a good webhook's failure campaign is such a campaign. */
export const failureCampaignLookedAfter: Rule = {
  id: 'failure-campaign-looked-after',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'campaign',
  summary: 'a program with a failure campaign is reviewed at least every six months',
  why: `Marketo deactivates trigger campaigns in which nobody has qualified for six months; one week before, it gives notice.
A campaign that catches failures is the first to go, and the next failure is seen by nobody.
Deactivating and activating it begins a new six months; the review of the runbook is the time to do so.
Source: Experience League, "Automatic Trigger Campaign Cleanup".`,
  visit: {
    campaign({ triggers, name }, { program }) {
      if (!triggers.some(({ trigger }) => trigger.value.toLowerCase() === 'webhook is called'))
        return undefined
      if (isReviewedInTime(program.review)) return undefined
      const every = program.review?.every
      return {
        at: name.at,
        message: `"${name.value}" may be switched off, and nobody looks in time`,
        effect: `after ${LIMITS.campaignCleanupMonths} months without a failure Marketo deactivates it`,
        ...(every === undefined
          ? {}
          : { setBy: [{ at: every.at, message: `every: ${every.value}` }] }),
        help: 'write "review: {every: 180d}" in the program, or in "defaults" of the project',
      }
    },
  },
}
