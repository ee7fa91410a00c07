import { LIMITS } from '../../marketo/limits.ts'
import type { MyToken } from '../../model/program.ts'
import { isDay } from '../../model/review.ts'
import { holdsVariable } from '../holds-variable.ts'
import type { Rule } from '../rule.ts'

/** A My Token of the type Number that holds a word is refused, or renders as something else. */
export const myTokenValueFitsType: Rule = {
  id: 'my-token-value-fits-type',
  severity: 'error',
  category: 'tokens',
  summary: 'the value of a My Token is one of its type, and its name is one that Marketo takes',
  why: `A number is written in digits, a date as \`yyyy-mm-dd\`, a score as a whole number with or without a sign; a text has at most 524,288 characters.
A name has at most 50 characters where the REST API sets the token.
Whether a number may have decimals Adobe's pages disagree; it is let through.
Sources: Experience League, "Understanding My Tokens in a Program"; "Tokens" (REST API).`,
  visit: {
    *program({ home }) {
      for (const token of home?.tokens ?? []) {
        const expected = expectedValue(token)
        if (expected !== undefined) {
          yield {
            at: token.value.at,
            message: `"${token.name.value}" is of the type ${token.type.value}, and its value is not`,
            effect: 'Marketo does not take it, or sends something else',
            setBy: [{ at: token.type.at, message: `type: ${token.type.value}` }],
            help: `write ${expected}, or "type: text"`,
          }
        }
        if ([...token.name.value].length > MOST_CHARACTERS) {
          yield {
            at: token.name.at,
            message: `the name of a My Token has at most ${MOST_CHARACTERS} characters`,
            effect: 'the REST API refuses it: the token cannot be set for an environment',
            help: 'shorten it, here and where it is used',
          }
        }
      }
    },
  },
}

/** Source: Experience League, "Tokens" (REST API). */
const MOST_CHARACTERS = 50

/** What would fit, in words; undefined where the value does, or holds a token of its own. */
function expectedValue({ type, value: { value } }: MyToken): string | undefined {
  if (value.includes('{{') || holdsVariable(value)) return undefined
  switch (type.value) {
    case 'number':
      return /^-?[0-9]+(?:\.[0-9]+)?$/.test(value.trim()) ? undefined : 'a number such as 12'
    case 'score':
      return /^[+=-]?-?[0-9]+$/.test(value.trim()) ? undefined : 'a whole number such as "+5"'
    case 'date':
      return isDay(value.trim()) ? undefined : 'a day such as 2026-11-24'
    case 'text':
      return [...value].length <= LIMITS.myTokenCharacters ? undefined : 'a shorter text'
    default:
      return undefined
  }
}
