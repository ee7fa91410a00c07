import type { Rule } from '../rule.ts'

/** At 2:17 somebody has to know whom to wake. */
export const ownerStated: Rule = {
  id: 'owner-stated',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'project',
  summary: 'a program says who owns it, where failures are told and whom to wake',
  why: `The first screen of the runbook names the owner, the address of alerts and whom to wake; without them it says that nobody is stated.
They may stand in \`defaults\` of the project, for all programs.`,
  visit: {
    program({ id, owner, alerts }) {
      const missing = [
        ...(owner === undefined ? ['owner'] : []),
        ...(alerts.email === undefined ? ['alerts.email'] : []),
        ...(alerts.escalation === undefined ? ['alerts.escalation'] : []),
      ]
      if (missing.length === 0) return undefined
      return {
        at: id.at,
        message: `nothing says ${missing.map((key) => `"${key}"`).join(', ')}`,
        effect: 'whoever is woken by a failure finds nobody to ask',
        help: 'state them here, or under "defaults" of the project',
      }
    },
  },
}
