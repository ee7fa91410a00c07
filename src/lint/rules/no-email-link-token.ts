import { tokenKey } from '../../marketo/tokens/token-key.ts'
import type { Rule } from '../rule.ts'

/** Source: Experience League, "System Tokens Glossary". */
const OF_AN_EMAIL: readonly string[] = [
  'system.forwardtofriendlink',
  'system.unsubscribelink',
  'system.viewaswebpagelink',
]

/** These links belong to one sent e-mail. */
export const noEmailLinkToken: Rule = {
  id: 'no-email-link-token',
  severity: 'error',
  category: 'tokens',
  summary: 'no token stands for a link of an e-mail',
  why: `\`{{system.unsubscribeLink}}\` and its kind lead to one e-mail that was sent to one person.
A webhook sends no e-mail: there is nothing that they could lead to.
Source: Experience League, "System Tokens Glossary".`,
  visit: {
    token({ placed, at }) {
      if (!OF_AN_EMAIL.includes(tokenKey(placed.token))) return undefined
      return {
        at,
        message: `"${placed.token.raw}" is for e-mails only`,
        effect: 'in a webhook there is no e-mail that it could lead to',
        help: 'remove it; a link of your own can stand in a My Token',
      }
    },
  },
}
