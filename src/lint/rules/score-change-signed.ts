import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { isStep } from '../../model/calls.ts'
import { settingOf } from '../../model/campaign.ts'
import type { Rule } from '../rule.ts'

/** "+5", "-5" or "=5"; what "5" does no page says. */
export const scoreChangeSigned: Rule = {
  id: 'score-change-signed',
  severity: 'warning',
  category: 'campaign',
  summary: 'a score is changed by "+5" or "-5", or set by "=5"',
  why: `Change Score takes a number with a sign: \`+5\` adds, \`-5\` subtracts, \`=5\` and \`=-5\` set.
What a number without a sign does is not documented.
A token, such as a My Token of the type score, is let through.
Source: Experience League, "Change Score".`,
  visit: {
    step(step) {
      if (!isStep(step, 'Change Score')) return undefined
      return [step, ...step.choices].flatMap((owner) => {
        const change = settingOf(owner, 'change')
        return change === undefined ? [] : (unsigned(change) ?? [])
      })
    },
  },
}

function unsigned({ value, at }: LocatedText): Finding | undefined {
  if (value.includes('{{') || /^\s*(?:[+-]|=-?)[0-9]+\s*$/.test(value)) return undefined
  const isNumber = /^\s*[0-9]+\s*$/.test(value)
  return {
    at,
    message: `"${value}" does not say whether it adds or sets`,
    effect: 'no page says what becomes of the score',
    help: isNumber
      ? `write "+${value.trim()}" to add, "=${value.trim()}" to set`
      : 'write for example "+5", "-5" or "=5"',
  }
}
