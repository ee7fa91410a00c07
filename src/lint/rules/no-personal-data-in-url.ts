import type { Rule } from '../rule.ts'
import { tokenKey } from '../../marketo/tokens/token-key.ts'
import { tokenClass } from '../personal-tokens.ts'

/** A URL is written down by everything that it passes. */
export const noPersonalDataInUrl: Rule = {
  id: 'no-personal-data-in-url',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'privacy',
  summary: 'no name, address or typed text stands in a URL',
  why: `Servers, proxies and monitoring keep URLs in their logs for a long time; bodies rarely.
RFC 9110, section 17.9, advises against sensitive data in URLs for this reason.
\`{{lead.Id}}\` says nothing to whoever reads the log; scores and stages are let through.`,
  visit: {
    token(token) {
      const { part, placed, at } = token
      if (part !== 'url' || tokenKey(placed.token) === 'lead.id') return undefined
      const name = tokenClass(token)
      if (name === undefined || name === 'behavioural') return undefined
      return {
        at,
        message: `"${placed.token.raw}" stands in the URL (${name})`,
        effect: 'it is kept in the logs of whatever the call passes',
        help: 'send "{{lead.Id}}" there, or the value in the body of a POST',
      }
    },
  },
}
