import type { Rule } from '../rule.ts'
import { isSafeInString } from '../safe-in-string.ts'

/** A token inside a longer JSON string has no right encoding. */
export const tokenAloneInString: Rule = {
  id: 'token-alone-in-string',
  severity: 'error',
  category: 'payload',
  summary: 'a token is the whole of its JSON string, never a part of a sentence',
  why: `Inside a longer string (\`"Hello {{lead.First Name}}"\`) no encoding is right: JSON puts quotes into the middle, None leaves quotes and line breaks as they are.
Send the parts, and let the endpoint build the sentence.
A number is bare under every encoding: \`"lead-{{lead.Id}}"\` is right.
Source: follows from the documented effect of the encodings, Experience League, "Webhooks".`,
  visit: {
    token(token, { webhook }) {
      const { placed, at } = token
      if (placed.isAlone || placed.context !== 'json-string') return undefined
      const encoding = webhook.tokenEncoding
      if (encoding !== undefined && isSafeInString(token, encoding.value)) return undefined
      return {
        at,
        message: 'a token stands inside a longer JSON string',
        label: 'no encoding is right here',
        effect:
          encoding?.value === 'JSON'
            ? 'Marketo puts quotes into the middle of the string, and the body is not JSON'
            : 'a quote or a line break in the value ends the string',
        ...(encoding === undefined
          ? {}
          : { setBy: [{ at: encoding.at, message: `tokenEncoding: ${encoding.value}` }] }),
        help: `send the value alone, as "name": ${placed.token.raw}, and build the sentence in the endpoint`,
      }
    },
  },
}
