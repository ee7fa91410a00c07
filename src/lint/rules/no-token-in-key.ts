import type { TokenContext } from '../../marketo/body-formats/body-format.ts'
import type { Rule } from '../rule.ts'

/** Places whose text decides what the document is made of. */
const STRUCTURE: Readonly<Partial<Record<TokenContext, string>>> = {
  'json-key': 'the key of a member',
  'form-key': 'the key of a pair',
  'url-query-key': 'a key of the query',
  'xml-markup': 'the markup of a document',
}

/** A value that becomes a key makes another document of each lead. */
export const noTokenInKey: Rule = {
  id: 'no-token-in-key',
  severity: 'error',
  category: 'payload',
  summary: 'no token decides what a member, a pair or an element is called',
  why: `A key that comes from a lead is another one for each, and for some the key of another member: the value then replaces what the endpoint trusts.
No request schema can say what such a document holds.
Send the value as a value, under a key of its own.`,
  visit: {
    token({ part, placed, at }) {
      const place = part === 'header' ? undefined : STRUCTURE[placed.context]
      if (place === undefined) return undefined
      return {
        at,
        message: `"${placed.token.raw}" is a part of ${place}`,
        effect:
          'the value of a lead decides what the endpoint reads, and may replace what it trusts',
        help: 'write the key out, and send the value under it',
      }
    },
  },
}
