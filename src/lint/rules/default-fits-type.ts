import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { Rule } from '../rule.ts'

/** The default of a number stands where the endpoint expects a number. */
export const defaultFitsType: Rule = {
  id: 'default-fits-type',
  severity: 'error',
  category: 'tokens',
  summary: 'the default of a number is a number, that of a Boolean true or false',
  why: `A default stands in the place of a value of the field's type, as a value of the document.
\`:default=none\` for a score makes a text, or bare words that break the JSON, for everybody who has no score.
\`null\` is let through: whether it fits is for the request schema to say.
Source: Adobe Sales Qualifier documentation, "Set Up Marketing Highlights" (typed defaults).`,
  visit: {
    token({ placed, field, at }) {
      const { defaultText = '', raw } = placed.token
      if (placed.context !== 'json-value' || field === undefined || defaultText.trim() === '')
        return undefined
      const { pattern, example } = expectation(field) ?? {}
      if (pattern === undefined || pattern.test(defaultText.trim())) return undefined
      // The picker's placeholder has a rule of its own.
      if (/^\s*edit\s*me\s*$/i.test(defaultText)) return undefined
      return {
        at,
        message: `the default "${defaultText}" of a field of the type ${fieldTypeNamed(field.type).title}`,
        effect: 'for a lead without a value the body holds a text there, or is not JSON',
        help: `write "${raw.slice(0, raw.lastIndexOf(':default='))}:default=${example ?? ''}}}"`,
      }
    },
  },
}

interface Expectation {
  readonly pattern: RegExp
  readonly example: string
}

function expectation({ type }: FieldDefinition): Expectation | undefined {
  switch (fieldTypeNamed(type).form) {
    case 'number':
      return { pattern: /^(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|null)$/, example: '0' }
    case 'boolean':
      return { pattern: /^(?:true|false|null)$/, example: 'false' }
    case 'text':
      return undefined
  }
}
