import { spanWithin } from '../../base/located-text.ts'
import type { Rule } from '../rule.ts'

/** Personal data and the secret headers travel in the clear under `http://`. */
export const httpsUrl: Rule = {
  id: 'https-url',
  severity: 'error',
  category: 'security',
  summary: 'a webhook calls its endpoint over https',
  why: `Marketo calls whatever URL is typed, with or without TLS: no page of its documentation requires https.
Over http the lead's data and every secret header can be read and changed on the way.`,
  visit: {
    webhook({ url }) {
      const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url.value)?.[1]
      if (scheme?.toLowerCase() === 'https') return undefined
      if (scheme === undefined && url.value.trimStart().startsWith('{{')) return undefined
      const end = scheme === undefined ? url.value.length : url.value.indexOf(':')
      return {
        at: spanWithin(url, 0, end),
        message:
          scheme === undefined
            ? `the URL "${url.value}" does not begin with https://`
            : `the URL begins with "${scheme}:"`,
        effect: 'personal data and secret headers travel where others can read them',
        help:
          scheme === undefined
            ? 'write the whole address, beginning with https://'
            : 'write "https"',
      }
    },
  },
}
