import { spanWithin, type LocatedText } from '../../base/located-text.ts'
import type { Rule } from '../rule.ts'

/** What HTTP allows in a header's value: no line break, and nothing outside Latin-1. Source: RFC 9110, section 5.5. */
const ILLEGAL = /[^\t\u0020-\u007e\u0080-\u00ff]/u

/** A line break in a header ends it, and begins the next one. */
export const headerValuesLegal: Rule = {
  id: 'header-values-legal',
  severity: 'error',
  category: 'request',
  summary: 'the written value of a header holds no line break and no character that HTTP forbids',
  why: `A YAML block (\`|\`) ends in a line break, which would end the header and begin another.
Characters outside Latin-1 cannot travel in a header at all (RFC 9110, section 5.5).
What tokens bring is another matter: the contract check \`headers-are-legal\` tries it.`,
  visit: {
    header(header) {
      const value: LocatedText = header.kind === 'text' ? header.value : header.format
      const found = ILLEGAL.exec(value.value)
      if (found === null) return undefined
      const isBreak = /[\r\n]/.test(found[0])
      return {
        at: spanWithin(value, found.index, found.index + found[0].length),
        message: isBreak
          ? `a line break stands in the header "${header.name.value}"`
          : `a character that no header may hold stands in "${header.name.value}"`,
        effect: isBreak
          ? 'the header ends there, and what follows is read as another one'
          : 'the request is refused, or the character arrives as another one',
        help: isBreak
          ? 'write the value on one line, without "|"'
          : 'write it in ASCII, or send it in the body',
      }
    },
  },
}
