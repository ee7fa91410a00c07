import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import { bodyFormat } from '../seen-tokens.ts'
import type { Rule } from '../rule.ts'

/** A text that nobody quotes is not a JSON value. */
export const tokensQuotedWhereNeeded: Rule = {
  id: 'tokens-quoted-where-needed',
  severity: 'error',
  category: 'payload',
  summary: 'a text that becomes a JSON value gets its quotes from the encoding',
  why: `Only the encoding JSON makes a JSON literal of a value: quoted and escaped when it is text.
Under None or Form/Url a text token without quotes leaves bare words in the document.
Source: Adobe Sales Qualifier documentation, "Set Up Marketing Highlights".`,
  visit: {
    token({ part, placed, at, field }, { webhook }) {
      const encoding = webhook.tokenEncoding
      if (part !== 'template' || encoding === undefined || encoding.value === 'JSON')
        return undefined
      if (bodyFormat(webhook).name !== 'json' || placed.context !== 'json-value') return undefined
      if (field === undefined || fieldTypeNamed(field.type).form !== 'text') return undefined
      return {
        at,
        message: `nothing quotes the text "${placed.token.raw}"`,
        effect: `the body becomes {"…": Jane} and is not JSON`,
        setBy: [{ at: encoding.at, message: `tokenEncoding: ${encoding.value}` }],
        help: 'set "tokenEncoding: JSON" and leave the token without quotes',
      }
    },
  },
}
