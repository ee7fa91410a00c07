import type { Rule } from '../rule.ts'

/** A call that timed out may have been carried out, and will be made again. */
export const idempotencyDeclared: Rule = {
  id: 'idempotency-declared',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'contract',
  summary: 'a webhook that writes says how its endpoint knows a repeated call',
  why: `Marketo gives up after 30 seconds, and the endpoint may have done its work all the same.
Whoever sends the lead again must know whether that makes a second order, ticket or record.
\`idempotency\` names the members of the payload by which the endpoint knows the call again; the runbook says so in the step that repeats calls.
A GET is taken to change nothing.
Sources: Experience League, "Webhooks" (30 seconds); marketo-ops-radar.ghost.io (2026, time-outs).`,
  visit: {
    webhook({ id, method, idempotency }) {
      if (method.value === 'GET' || idempotency !== undefined) return undefined
      return {
        at: id.at,
        message: `nothing says how the endpoint knows a repeated ${method.value}`,
        effect: 'after a time-out nobody can tell whether sending the lead again does harm',
        help: 'agree with the endpoint, and write "idempotency: {key: [<members of the payload>]}"',
      }
    },
  },
}
