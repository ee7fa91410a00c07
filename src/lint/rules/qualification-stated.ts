import { parseQualification } from '../../marketo/campaigns/qualification.ts'
import { firstCall } from '../calls.ts'
import type { Rule } from '../rule.ts'

/** The default lets each person through a single time, silently. */
export const qualificationStated: Rule = {
  id: 'qualification-stated',
  severity: 'error',
  category: 'campaign',
  summary:
    'a campaign that calls a webhook, or reacts to one, states how often a person may run through it',
  why: `Marketo's default is "only once": each person runs through the campaign a single time, and never again, without a word.
A webhook campaign nearly always wants "every time".
Source: Experience League, "Edit Qualification Rules in a Smart Campaign".`,
  visit: {
    *campaign(campaign) {
      const reacts = campaign.triggers.some(
        ({ trigger }) => trigger.value.toLowerCase() === 'webhook is called',
      )
      const { qualification } = campaign
      if (qualification !== undefined) {
        if (parseQualification(qualification.value) !== undefined) return
        yield {
          at: qualification.at,
          message: `"${qualification.value}" is no qualification rule of Marketo`,
          help: 'write "only once", "every time", or "once every 2 days" (hours, days, weeks, months)',
        }
        return
      }
      if (firstCall(campaign) === -1 && !reacts) return
      yield {
        at: campaign.name.at,
        message: `"${campaign.name.value}" does not state its qualification rule`,
        effect:
          "Marketo's default lets each person through only once; later changes are never sent",
        help: 'write "qualification: every time"',
      }
    },
  },
}
