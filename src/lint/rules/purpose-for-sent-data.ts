import { sentClasses } from '../personal-tokens.ts'
import type { Rule } from '../rule.ts'

/** A purpose that has outlived its data misleads whoever reads the contract. */
export const purposeForSentData: Rule = {
  id: 'purpose-for-sent-data',
  severity: { recommended: 'info', strict: 'warning' },
  category: 'privacy',
  summary: 'a purpose is stated for what is sent, and for nothing else',
  why: `A sentence for a class of personal data of which nothing is sent is left over from an earlier template, or written for the wrong class.
Whoever answers a person who asks reads it as if the data were sent.
Only sentences for single classes in the webhook itself are looked at; what the program says of all its webhooks may not apply to each.`,
  visit: {
    *webhook(webhook, { program }) {
      const sent = sentClasses(webhook, program).map(({ name }) => name)
      for (const { name, sentence } of webhook.purpose?.byClass ?? []) {
        if (sent.includes(name)) continue
        yield {
          at: sentence.at,
          message: `a purpose for "${name}", and nothing of this class is sent`,
          effect: 'the contract promises data that does not come',
          help:
            sent.length === 0
              ? 'remove it'
              : `remove it; what is sent is of the class ${sent.map((each) => `"${each}"`).join(', ')}`,
        }
      }
    },
  },
}
