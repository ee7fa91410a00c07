import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { hearsCall } from '../../model/calls.ts'
import { constraintOf, type Constraint } from '../../model/campaign.ts'
import type { Webhook } from '../../model/webhook.ts'
import { allowedTypes, schemaAt } from '../schema-at.ts'
import type { Rule } from '../rule.ts'

/** The constraint compares the whole body, letter by letter. */
export const responseConstraintCanMatch: Rule = {
  id: 'response-constraint-can-match',
  severity: 'error',
  category: 'campaign',
  summary: 'what "Webhook is Called" compares the response with could be the whole response',
  why: `The constraint Response compares the literal body, not a member of it.
A JSON document is never exactly \`success\`: with "is" the campaign never starts, with "is not" it starts after every call.
"contains" and "not contains" look inside.
Source: Experience League, "Errors" (webhooks).`,
  visit: {
    trigger(trigger, { program }) {
      const response = constraintOf(trigger, 'response')
      if (response === undefined) return undefined
      const heard = program.webhooks.filter(({ id }) => hearsCall(trigger, id.value))
      const [first] = heard
      if (first === undefined || !heard.every(answersWithDocument)) return undefined
      return neverWhole(response, first.id)
    },
  },
}

function neverWhole({ operator, value }: Constraint, webhook: LocatedText): Finding | undefined {
  const name = operator?.value.trim().toLowerCase() ?? 'is'
  const text = String(value.value)
  const isWhole = ['is', 'is not', 'starts with', 'not starts with'].includes(name)
  if (!isWhole || /^\s*(?:[[{<]|$)/.test(text)) return undefined
  const isNegative = name.includes('not')
  return {
    at: value.at,
    message: `the response of "${webhook.value}" is a document, and never ${name.endsWith('with') ? 'starts with' : 'exactly'} "${text}"`,
    effect: isNegative
      ? 'the campaign starts after every call, also after those that went well'
      : 'the campaign never starts',
    help: `write "operator: ${isNegative ? 'not contains' : 'contains'}"`,
  }
}

/** What is mapped by the names of members, or is an object by its schema, begins with a bracket. */
function answersWithDocument({ responseType, mappings, response }: Webhook): boolean {
  if (responseType?.value === 'XML') return mappings.length > 0
  if (responseType?.value !== 'JSON') return false
  if (mappings.length > 0) return true
  const schema = schemaAt(response, [])
  return schema !== undefined && allowedTypes(schema)?.every((type) => type === 'object') === true
}
