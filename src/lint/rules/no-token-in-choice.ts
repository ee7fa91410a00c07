import type { Finding } from '../../diagnostic/finding.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import type { Filter } from '../../model/campaign.ts'
import type { Rule } from '../rule.ts'

/** Conditions of choices compare with what is typed. */
export const noTokenInChoice: Rule = {
  id: 'no-token-in-choice',
  severity: 'error',
  category: 'campaign',
  summary: 'the condition of a choice holds no token',
  why: `Tokens do not work in the conditions of Add Choice: the person's value is compared with the token as it is typed, and the default choice is taken for everybody.
Source: Experience League, "Use Add Choice in a Flow Step".`,
  visit: {
    step({ choices }) {
      return choices.flatMap(({ when }) => tokenIn(when) ?? [])
    },
  },
}

function tokenIn({ value }: Filter): Finding | undefined {
  if (typeof value?.value !== 'string') return undefined
  const token = parseTemplate(value.value).find(({ kind }) => kind === 'token')
  if (token === undefined) return undefined
  return {
    at: value.at,
    message: `"${value.value.slice(token.start, token.end)}" in the condition of a choice`,
    effect: 'it is not replaced: the condition is never met',
    help: 'write the value out, or compare in the smart list of another campaign',
  }
}
