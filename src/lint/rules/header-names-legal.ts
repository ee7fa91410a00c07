import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import type { Rule } from '../rule.ts'

/** Headers that describe the connection or the body that is really sent: whoever sends sets them. */
const SET_BY_SENDER: readonly string[] = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** Headers are typed into a grid that checks nothing. */
export const headerNamesLegal: Rule = {
  id: 'header-names-legal',
  severity: 'error',
  category: 'request',
  summary: 'every custom header has a name of its own that HTTP allows',
  why: `A name holds letters, digits and a few signs, no space and no colon (RFC 9110, section 5.1).
Two names that differ only in capitals are the same header twice, and servers join or drop one of them.
\`Content-Length\`, \`Host\` and others of the connection are set by whoever sends the request; a second one from a grid contradicts it (RFC 9110, section 7; RFC 9112, section 6).`,
  visit: {
    *webhook({ headers }) {
      const seen = new Map<string, LocatedText>()
      for (const { name } of headers) {
        const key = name.value.toLowerCase()
        const finding = flawOf(name, seen.get(key))
        if (finding !== undefined) yield finding
        seen.set(key, seen.get(key) ?? name)
      }
    },
  },
}

function flawOf(name: LocatedText, first: LocatedText | undefined): Finding | undefined {
  const { value, at } = name
  if (value.includes('{{')) return undefined
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(value)) {
    return {
      at,
      message: `"${value}" is no name of a header`,
      effect: 'the request is refused, or the header arrives as another one',
      help: `write "${value
        .trim()
        .replace(/:$/, '')
        .replace(/[^!#$%&'*+.^_`|~0-9a-z-]+/gi, '-')}"`,
    }
  }
  if (first !== undefined) {
    return {
      at,
      message: `"${value}" is the header "${first.value}" a second time`,
      effect: 'servers join the two values, or read only one of them',
      related: [{ at: first.at, message: 'the first one' }],
      help: 'remove one of them: capitals do not matter in names of headers',
    }
  }
  if (!SET_BY_SENDER.includes(value.toLowerCase())) return undefined
  return {
    at,
    message: `"${value}" is set by whoever sends the request`,
    effect: 'a second value contradicts the real one; servers refuse such requests',
    help: 'remove it',
  }
}
