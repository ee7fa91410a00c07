import { constraintOf } from '../../model/campaign.ts'
import type { Rule } from '../rule.ts'

/** Of the Error Type two pages of Adobe say different things. */
export const errorTypeNotReliedOn: Rule = {
  id: 'error-type-not-relied-on',
  severity: { recommended: 'off', strict: 'info' },
  category: 'campaign',
  summary: 'campaigns tell calls apart by the response, not by the Error Type',
  why: `One page calls Error Type the reason phrase of the status, another one a number; what Marketo's own codes 1000 and 1001 look like there is not stated.
HTTP/2 and many proxies send no reason phrase, so that there may be nothing to compare with.
A member of the response that says what happened is compared safely; or pin the assumption \`error-type\` with a captured activity.
Sources: Experience League, "Errors" (webhooks); Adobe XDM, schema of Call Webhook.`,
  visit: {
    trigger(trigger, { program }) {
      const errorType = constraintOf(trigger, 'errorType')
      if (errorType === undefined) return undefined
      if (program.pinnedAssumptions.some(({ id }) => id.value === 'error-type')) return undefined
      return {
        at: errorType.name.at,
        message: 'the campaign relies on what the Error Type says',
        effect: 'whether that is a word or a number is not known',
        assumptions: ['error-type: reason-phrase', 'error-type: status-code'],
        help: 'compare the response, or pin "error-type" with its evidence',
      }
    },
  },
}
