import { nearest } from '../../base/nearest.ts'
import type { Rule } from '../rule.ts'

/** A My Token that the program does not have is blank. */
export const myTokenDefined: Rule = {
  id: 'my-token-defined',
  severity: 'error',
  category: 'tokens',
  summary: 'every My Token is defined by the program that calls',
  why: `A My Token belongs to the program, or to a folder above it; one that does not exist renders blank.
List it under \`program.tokens\`, so that the runbook has it set up and the tests know its value.
Source: Experience League, "Understanding My Tokens in a Program".`,
  visit: {
    *token({ placed, kind, field, at }, { program }) {
      if (kind?.namespace !== 'my' || field !== undefined || program.home === undefined) return
      if (placed.token.flaw !== undefined) return
      const { name } = placed.token
      const meant = nearest(
        name,
        program.home.tokens.map((token) => token.name.value),
      )
      yield {
        at,
        message: `the program has no My Token "${name}"`,
        effect: 'it renders blank',
        help:
          meant === undefined
            ? `add it under "program.tokens": ${name}: {type: text, value: …}`
            : `did you mean "{{my.${meant}}}"?`,
      }
    },
  },
}
