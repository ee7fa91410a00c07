import type { Rule } from '../rule.ts'

/** The id names the instance that a runbook is for. */
export const munchkinIdValid: Rule = {
  id: 'munchkin-id-valid',
  severity: 'error',
  category: 'project',
  summary: 'a Munchkin id has the form of one, and belongs to one subscription',
  why: `The id, such as \`123-ABC-456\`, stands in the runbook, so that people see in Marketo's address bar that they are in the right instance.
One with a slip sends them to look for an instance that does not exist; one that stands twice lets a change for the sandbox be made in production.
Source: Experience League, "REST API" (Admin › Munchkin).`,
  visit: {
    *project({ subscriptions }) {
      for (const [index, { munchkin, id }] of subscriptions.entries()) {
        if (munchkin === undefined) continue
        const { value, at } = munchkin
        if (!/^[0-9a-z]{3}-[0-9a-z]{3}-[0-9a-z]{3}$/i.test(value)) {
          yield {
            at,
            message: `"${value}" is no Munchkin id`,
            effect: 'nobody finds the instance by it',
            help: 'take it from Admin › Munchkin; it looks like 123-ABC-456',
          }
        }
        const first = subscriptions
          .slice(0, index)
          .find((other) => other.munchkin?.value.toLowerCase() === value.toLowerCase())
        if (first?.munchkin === undefined) continue
        yield {
          at,
          message: `"${id.value}" has the Munchkin id of "${first.id.value}"`,
          effect: 'what is meant for one is done in the other',
          related: [{ at: first.munchkin.at, message: `that of "${first.id.value}"` }],
          help: 'each instance has an id of its own',
        }
      }
    },
  },
}
