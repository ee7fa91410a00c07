import type { Rule } from '../rule.ts'

/** A webhook that no campaign calls is left over, or its campaign is not written down. */
export const webhookIsCalled: Rule = {
  id: 'webhook-is-called',
  severity: { recommended: 'off', strict: 'info' },
  category: 'campaign',
  summary: 'a campaign of the program calls the webhook',
  why: `Without its campaign a webhook is half a definition: what starts it, how often, and who notices its failures cannot be checked.
Rules about campaigns are silent about it.
Campaigns that are kept elsewhere are a reason to switch this rule off.`,
  visit: {
    webhook({ id, name }, { callers }) {
      if (callers.length > 0) return undefined
      return {
        at: id.at,
        message: `no campaign of this program calls "${name.value}"`,
        effect: 'nothing is checked of what starts it and of who notices its failures',
        help: 'describe the campaign under "campaigns", or remove the webhook',
      }
    },
  },
}
