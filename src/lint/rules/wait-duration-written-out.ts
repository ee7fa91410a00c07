import { parseWait } from '../../marketo/campaigns/parse-wait.ts'
import { settingOf } from '../../model/campaign.ts'
import { isStep } from '../../model/calls.ts'
import type { Rule } from '../rule.ts'
import { editWhole, fixOf } from '../written-edit.ts'

/** "5 m" may be minutes or months: somebody has to say which. */
const MINUTES_OR_MONTHS = /[0-9]\s*m\.?\s*$/i

/** An abbreviated duration is ignored. */
export const waitDurationWrittenOut: Rule = {
  id: 'wait-duration-written-out',
  severity: 'error',
  category: 'campaign',
  summary: 'the duration of a Wait is written in whole words',
  why: `Marketo reads "4 hours" and ignores a Wait of "4 hrs": the flow goes on at once.
Source: Experience League, "Use a Duration in a Wait Flow Step".`,
  visit: {
    step(step) {
      const duration = isStep(step, 'Wait') ? settingOf(step, 'duration') : undefined
      if (duration === undefined) return undefined
      const reading = parseWait(duration.value)
      if (reading.status !== 'invalid') return undefined
      return {
        at: duration.at,
        message: `Marketo does not read "${duration.value}" as a duration`,
        effect: 'the Wait is ignored, and the flow goes on at once',
        help:
          reading.suggestion === undefined
            ? 'write for example "4 hours"'
            : `write "${reading.suggestion}"`,
        ...(reading.suggestion === undefined || MINUTES_OR_MONTHS.test(duration.value)
          ? {}
          : fixOf(`write ${reading.suggestion}`, [editWhole(duration, reading.suggestion)])),
      }
    },
  },
}
