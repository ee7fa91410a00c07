import { spanWithin } from '../../base/located-text.ts'
import type { Rule } from '../rule.ts'

/** Whether Marketo reads escapes in the Template field decides what must be typed there. */
export const backslashMattersNot: Rule = {
  id: 'backslash-matters-not',
  severity: 'warning',
  category: 'payload',
  summary: "the template's own text holds no backslash, or the assumption about it is pinned",
  why: `Marketo is reported to read escapes in the Template field before it sends it: a typed \`\\n\` becomes a line break, and \`\\d\` stops the call.
The official documentation does not say so.
Until it is known, what has to be typed for a backslash rests on a guess.
Source: S. Whiteman, "A quirk with slash escapes in the Marketo webhook editor" (2023).`,
  visit: {
    webhook({ template }, { program }) {
      const backslash = template?.value.indexOf('\\') ?? -1
      if (template === undefined || backslash === -1) return undefined
      if (program.pinnedAssumptions.some(({ id }) => id.value === 'backslash-preparse'))
        return undefined
      return {
        at: spanWithin(template, backslash, backslash + 1),
        message: 'a backslash in the text of the template',
        effect: 'whether it must be doubled in the Template field rests on an assumption',
        assumptions: ['backslash-preparse: on', 'backslash-preparse: off'],
        help: 'write the text without it, or pin the assumption "backslash-preparse" with its evidence',
      }
    },
  },
}
