import type { Rule } from '../rule.ts'
import { isSafeInString } from '../safe-in-string.ts'
import { editWithin, fixOf } from '../written-edit.ts'

/** Quotes in the template and quotes by Marketo make two, and the body is not JSON. */
export const tokensUnquoted: Rule = {
  id: 'tokens-unquoted',
  severity: 'error',
  category: 'payload',
  summary: 'under the encoding JSON no token stands in quotes, unless it is always a number',
  why: `Under the encoding JSON Marketo puts string values into double quotes itself.
A token that stands in quotes in the template arrives in two pairs of them, and no body of that webhook is JSON.
Most published templates have this fault.
A number that is always set, or has a number as its default, may stand in quotes: it is bare, and arrives as a text.
Source: Adobe Sales Qualifier documentation, "Set Up Marketing Highlights"; Experience League, "Webhooks".`,
  visit: {
    token(token, { webhook }) {
      const { text, placed, at } = token
      const encoding = webhook.tokenEncoding
      if (encoding?.value !== 'JSON') return undefined
      if (placed.context !== 'json-string' || !placed.isAlone) return undefined
      if (isSafeInString(token, 'JSON')) return undefined
      const { start, end, raw } = placed.token
      return {
        at,
        message: 'quotes around a token that Marketo quotes itself',
        label: 'Marketo adds the quotes here',
        effect: 'the body becomes ""jane@example.com"" and is not JSON',
        setBy: [{ at: encoding.at, message: 'tokenEncoding: JSON' }],
        help: `remove the quotes: ${raw}`,
        ...fixOf('remove the quotes', [
          editWithin(text, { start: start - 1, end: start }, ''),
          editWithin(text, { start: end, end: end + 1 }, ''),
        ]),
      }
    },
  },
}
