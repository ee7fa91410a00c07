import type { Rule } from '../rule.ts'
import { editWithin, fixOf } from '../written-edit.ts'

/** Whether capitals matter in a token no page says. */
export const tokenSpelledAsListed: Rule = {
  id: 'token-spelled-as-listed',
  severity: { recommended: 'off', strict: 'info' },
  category: 'tokens',
  summary: 'a token of a person or company is spelled as Marketo lists it',
  why: `Whether \`{{lead.email address}}\` is \`{{lead.Email Address}}\` is not documented; Adobe's own examples mix capitals in other tokens.
The spelling of the token picker is right in any case, and found again by a search.
Source: Experience League, "Tokens Overview".`,
  visit: {
    token({ text: owner, placed, field, kind, at }) {
      if (field === undefined || (kind?.namespace !== 'lead' && kind?.namespace !== 'company'))
        return undefined
      const { raw, namespace, name } = placed.token
      const listed = `{{${kind.namespace}.${field.displayName}`
      const written = `{{${namespace}.${name}`
      if (raw.startsWith(listed) && written === listed) return undefined
      const rest = raw.includes(':default=') ? raw.slice(raw.indexOf(':default=')) : '}}'
      const text = `${listed}${rest}`
      return {
        at,
        message: `"${raw}" is listed as "${listed}}}"`,
        effect: 'no page says that another spelling is found',
        help: `write "${text}"`,
        ...fixOf(`write ${text}`, [editWithin(owner, placed.token, text)]),
      }
    },
  },
}
