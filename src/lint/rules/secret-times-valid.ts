import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { isDay } from '../../model/review.ts'
import type { Rule } from '../rule.ts'

/** A day that the calendar does not have is reminded of on no day. */
export const secretTimesValid: Rule = {
  id: 'secret-times-valid',
  severity: 'error',
  category: 'security',
  summary: 'the times of a secret are days of the calendar and durations',
  why: `\`expires\` is a day such as \`2027-03-01\`; \`rotateEvery\` and \`overlap\` are durations such as \`90d\` or \`48h\`.
Anything else is printed in the runbook as it stands, and nobody is reminded of it.`,
  visit: {
    *project({ secrets }) {
      for (const { rotateEvery, overlap, expires } of secrets) {
        for (const duration of [rotateEvery, overlap]) {
          if (duration !== undefined && !isDuration(duration)) yield noDuration(duration)
        }
        for (const { value } of expires) if (!isDay(value.value)) yield noDay(value)
      }
    },
  },
}

function isDuration({ value }: LocatedText): boolean {
  return /^[1-9][0-9]{0,3}[hdwmy]$/.test(value)
}

function noDuration({ value, at }: LocatedText): Finding {
  return {
    at,
    message: `"${value}" is no duration`,
    effect: 'nobody is reminded of it',
    help: 'write a number and h, d, w, m or y, such as "90d" or "48h"',
  }
}

function noDay({ value, at }: LocatedText): Finding {
  return {
    at,
    message: `"${value}" is no day of the calendar`,
    effect: 'nobody is reminded of it',
    help: 'write it as "2027-03-01"',
  }
}
