import { spanWithin } from '../../base/located-text.ts'
import { bodyFormat, readTemplate } from '../seen-tokens.ts'
import type { Rule } from '../rule.ts'

/** What is wrong with the static text is wrong for every lead. */
export const templateWellFormed: Rule = {
  id: 'template-well-formed',
  severity: 'error',
  category: 'payload',
  summary: 'the template is a document of the format that it claims to be',
  why: `Marketo sends the template as text and does not check it.
A missing comma, a trailing one, a key twice, or a space between the pairs of a form spoils the body for every lead.
Source: Experience League, "Webhooks".`,
  visit: {
    *webhook(webhook) {
      const { template } = webhook
      if (template === undefined) return
      for (const flaw of readTemplate(webhook, template.value).flaws) {
        yield {
          at: spanWithin(template, flaw.start, Math.max(flaw.end, flaw.start + 1)),
          message: flaw.message,
          effect: `the body is not ${bodyFormat(webhook).title}, whatever the lead`,
        }
      }
    },
  },
}
