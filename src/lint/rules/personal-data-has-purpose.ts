import { purposeOf } from '../../model/purpose.ts'
import { sentClasses } from '../personal-tokens.ts'
import type { Rule } from '../rule.ts'

/** What nobody can say what it is for should not be sent. */
export const personalDataHasPurpose: Rule = {
  id: 'personal-data-has-purpose',
  severity: { recommended: 'warning', strict: 'error' },
  category: 'privacy',
  summary: 'a webhook that sends personal data says what for',
  why: `Every field that is sent is one more that can leak, must be deleted on request, and has to be explained to the person.
Whoever must say what a field is for leaves out what nobody needs; in the European Union both are law: purposes are stated (Article 5(1)(b) GDPR), and data is limited to them (Article 5(1)(c)).
One sentence under \`purpose\` is enough, for a webhook or for all webhooks of the program; a map gives each class a sentence of its own.
Fields are classed by their meaning, as [the list](../personal-data.md) says; a custom field by its type, or by \`personal\` where it is declared.
\`{{lead.Id}}\` alone needs no purpose.`,
  visit: {
    webhook(webhook, { program }) {
      const open = sentClasses(webhook, program).filter(
        ({ name }) => purposeOf(name, webhook, program) === undefined,
      )
      if (open.length === 0) return undefined
      const names = open.map(({ name }) => name).join(', ')
      const isPartly = (webhook.purpose ?? program.purpose) !== undefined
      return {
        at: webhook.id.at,
        message: `nothing says what personal data is sent for: ${names}`,
        effect: 'nobody can tell what could be left out, or answer a person who asks',
        related: open.map(({ name, tokens: [{ at, placed }] }) => ({
          at,
          message: `${name}: ${placed.token.raw}`,
        })),
        help: isPartly
          ? `add ${open.map(({ name }) => `"${name}: …"`).join(' and ')} to "purpose", or send less`
          : 'add "purpose: <one sentence>" to the webhook, or send less',
      }
    },
  },
}
