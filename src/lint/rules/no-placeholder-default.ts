import type { Rule } from '../rule.ts'

/** The token picker's placeholder, left in place, is sent as if the lead had said it. */
export const noPlaceholderDefault: Rule = {
  id: 'no-placeholder-default',
  severity: 'error',
  category: 'tokens',
  summary: "no token keeps the picker's placeholder as its default",
  why: `The token picker inserts \`:default=edit me\`.
Left in place, the endpoint gets the words "edit me" for everybody who has no value: as a phone number they would be dialled.
Source: Experience League, "Tokens Overview"; the placeholder stands in several published recipes.`,
  visit: {
    token({ placed, at }) {
      const { raw, defaultText } = placed.token
      if (defaultText === undefined || !/^\s*edit\s*me\s*$/i.test(defaultText)) return undefined
      const bare = `${raw.slice(0, raw.lastIndexOf(':default='))}}}`
      return {
        at,
        message: `the picker's placeholder "${defaultText}" is still the default`,
        effect: 'a lead without a value is sent with these words',
        help: `write a real default, or none: "${bare}"`,
      }
    },
  },
}
