import type { Rule } from '../rule.ts'

/** Steps and people name campaigns by what the screen shows. */
export const campaignNameUnique: Rule = {
  id: 'campaign-name-unique',
  severity: 'error',
  category: 'campaign',
  summary: 'campaigns of a program have different names on the screen',
  why: `Request Campaign, alerts and people name a campaign by its name: of two with the same name the wrong one is switched off, or asked for.
Names that differ only in capitals are the same to the operators of smart lists.
Source: Experience League, "Smart List Filter Operators Glossary" ("is" does not see capitals).`,
  visit: {
    *program({ campaigns }) {
      for (const [index, { name }] of campaigns.entries()) {
        const wanted = name.value.trim().toLowerCase()
        const first = campaigns
          .slice(0, index)
          .find((other) => other.name.value.trim().toLowerCase() === wanted)
        if (first === undefined) continue
        yield {
          at: name.at,
          message: `two campaigns are called "${name.value}"`,
          effect: 'whoever looks for one finds the other',
          related: [{ at: first.name.at, message: 'the first one' }],
          help: 'give it a name of its own',
        }
      }
    },
  },
}
