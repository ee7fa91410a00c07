import { personalClassOf, statedClassOf } from '../../marketo/fields/personal-data.ts'
import { tokenKey } from '../../marketo/tokens/token-key.ts'
import type { Rule } from '../rule.ts'

/** Of a custom field only its owner knows what it tells of a person. */
export const customFieldClassed: Rule = {
  id: 'custom-field-classed',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'privacy',
  summary: 'a custom field of a person that is sent says what it tells of that person',
  why: `Standard fields are classed by their meaning, and an e-mail, a telephone number, a text area and a score by their type.
What a custom text or number tells of a person only its owner knows: it may be a customer number, a diagnosis, or nothing.
\`personal\` says it: \`identifier\`, \`contact\`, \`free text\`, \`behavioural\` or \`none\`.`,
  visit: {
    token({ placed, field, at, kind }, { program }) {
      if (field === undefined || (kind?.namespace !== 'lead' && kind?.namespace !== 'member'))
        return undefined
      const key = tokenKey(placed.token)
      const isJudged =
        statedClassOf(key, field) !== undefined || personalClassOf(key, field) !== undefined
      if (isJudged || field.owner === 'token') return undefined
      const declared = program.fields.find(
        ({ displayName }) => displayName.value.toLowerCase() === field.displayName.toLowerCase(),
      )
      return {
        at,
        message: `nothing says what the custom field "${field.displayName}" tells of a person`,
        effect: 'the contract counts it as no personal data',
        ...(declared === undefined
          ? {}
          : { related: [{ at: declared.displayName.at, message: 'declared here' }] }),
        help: 'add "personal: identifier", "contact", "free text", "behavioural" or "none" to the field',
      }
    },
  },
}
