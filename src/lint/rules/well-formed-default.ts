import type { Rule } from '../rule.ts'
import { editWithin, fixOf } from '../written-edit.ts'

/** A default is written `:default=`, and nothing else is one. */
export const wellFormedDefault: Rule = {
  id: 'well-formed-default',
  severity: 'error',
  category: 'tokens',
  summary: 'a default is written as ":default="',
  why: `The only documented form is \`{{lead.First Name:default=friend}}\`.
\`{{lead.Company=edit me}}\`, as an old official sample has it, is no token with a default but a token with an odd name.
Source: Experience League, "Tokens Overview".`,
  visit: {
    token({ placed, at, text }) {
      const { raw, flaw, start, end } = placed.token
      if (flaw !== 'malformed-default') return undefined
      const [name = '', ...rest] = raw.slice(2, -2).split(/\s*(?::\s*default\s*[=:]?|=)\s*/i)
      const written = rest.join('=')
      const mended = /^edit\s*me$/i.test(written) ? `{{${name}}}` : `{{${name}:default=${written}}}`
      return {
        at,
        message: `the default in "${raw}" is not written as ":default="`,
        effect: 'Marketo looks for a field with this whole text as its name',
        help: `write "${mended}"`,
        ...fixOf(`write ${mended}`, [editWithin(text, { start, end }, mended)]),
      }
    },
  },
}
