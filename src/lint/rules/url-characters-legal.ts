import { spanWithin } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import { holdsVariable } from '../holds-variable.ts'
import type { Rule } from '../rule.ts'

/** Marketo sends the URL character by character: what is not legal in one arrives so, or not at all. */
export const urlCharactersLegal: Rule = {
  id: 'url-characters-legal',
  severity: 'error',
  category: 'request',
  summary: 'the URL holds only characters that a URL may hold, and ends before any "#"',
  why: `Marketo sends the characters of the URL as they are typed: nothing is percent-encoded on the way.
A space, a line break at the end of a YAML block, a letter such as \`ü\` or a lone \`%\` makes a URL that servers refuse (RFC 3986, section 2).
What follows \`#\` is for browsers and is not part of a request (RFC 9110, section 7.1).
Source: Experience League, "Webhooks".`,
  visit: {
    *webhook({ url }) {
      if (holdsVariable(url.value)) return
      for (const part of parseTemplate(url.value)) {
        if (part.kind === 'token') continue
        const found = ILLEGAL.exec(part.text)
        if (found === null) continue
        const start = part.start + found.index
        yield {
          at: spanWithin(url, start, start + found[0].length),
          ...describe(found[0], part.text.slice(found.index + 1)),
        }
        return
      }
    },
  },
}

/** White space and controls, everything outside ASCII, what RFC 3986 lists nowhere, a "%" without two hex digits, and "#". */
const ILLEGAL = /[^!$&-;=?-Z[\]_a-z~%]|%(?![0-9a-fA-F]{2})/u

function describe(character: string, after: string): Omit<Finding, 'at'> {
  if (character === '#') {
    return {
      message: `"#${after}" is for browsers: it is not sent`,
      effect: 'the endpoint never sees it; what Marketo makes of it is not documented',
      help: 'remove it, or write "%23" where the character itself is meant',
    }
  }
  if (/\s/.test(character)) {
    return {
      message: 'white space stands in the URL',
      effect: 'servers refuse such a request, or read the URL only up to it',
      help:
        after.trim() === ''
          ? 'write the URL on one line in quotes; a block with "|" ends in a line break'
          : 'remove it, or write "%20"',
    }
  }
  // Half a character has no encoding.
  const encoded = /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character)
  return {
    message: `"${character}" cannot stand in a URL`,
    effect: 'Marketo sends it as it is, and servers refuse it or read it in different ways',
    help: `write "${encoded}"`,
  }
}
