import { tokenKey } from '../../marketo/tokens/token-key.ts'
import { seenTokens } from '../seen-tokens.ts'
import type { Rule } from '../rule.ts'

/** Without Marketo's id the endpoint cannot tell two people, or two calls for one person, apart. */
export const leadIdInPayload: Rule = {
  id: 'lead-id-in-payload',
  severity: 'warning',
  category: 'contract',
  summary: "the request carries Marketo's id of the person",
  why: `An e-mail address changes, is shared, or is missing; the id is always set and never changes.
With it the endpoint can treat a repeated call as the same fact, and answer later through the REST API.
A time-out does not prove that a call failed, so calls are repeated.
Source: Experience League, "Tokens Overview" (\`{{lead.Id}}\`).`,
  visit: {
    webhook(webhook, { program }) {
      const tokens = seenTokens(webhook, program)
      if (tokens.some(({ placed }) => tokenKey(placed.token) === 'lead.id')) return undefined
      if (!tokens.some(({ kind }) => kind?.namespace === 'lead' || kind?.namespace === 'company'))
        return undefined
      return {
        at: webhook.id.at,
        message: 'the request does not carry "{{lead.Id}}"',
        effect: 'the endpoint cannot tell a repeated call from a new person',
        help: 'send "{{lead.Id}}" as well',
      }
    },
  },
}
