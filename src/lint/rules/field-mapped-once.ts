import type { Rule } from '../rule.ts'

/** Two values for one field, and nobody knows which one stays. */
export const fieldMappedOnce: Rule = {
  id: 'field-mapped-once',
  severity: 'warning',
  category: 'response',
  summary: 'each field is written by one mapping of a webhook',
  why: `Two mappings onto one field write it twice; in which order is documented nowhere.
Where the endpoint answers in one of two places, let it answer in one.
Source: Experience League, "Response Mappings".`,
  visit: {
    *webhook({ mappings }) {
      for (const [index, { field, path }] of mappings.entries()) {
        const first = mappings
          .slice(0, index)
          .find((other) => other.field.value.toLowerCase() === field.value.toLowerCase())
        if (first === undefined) continue
        yield {
          at: field.at,
          message: `"${field.value}" is written by "${first.path.value}" and by "${path.value}"`,
          effect: 'which of the two values stays is not documented',
          related: [{ at: first.field.at, message: 'the first mapping onto it' }],
          help: 'map one of them onto another field',
        }
      }
    },
  },
}
