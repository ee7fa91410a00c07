import { spanWithin } from '../../base/located-text.ts'
import { holdsVariable } from '../holds-variable.ts'
import type { Rule } from '../rule.ts'

/** Marketo calls from its own network: it reaches nothing that only yours can reach. */
export const urlHostPublic: Rule = {
  id: 'url-host-public',
  severity: 'error',
  category: 'request',
  summary: 'the host can be reached from the Internet',
  why: `Webhooks come from Marketo's own addresses on the Internet.
\`localhost\`, a private address or a name without a domain leads nowhere from there, or to a machine of Marketo's.
To try a receiver on your own machine, leave the definition as it is and call it yourself: \`hookbook test --endpoint http://127.0.0.1:8080\`.
Sources: Experience League, "Configure Protocols for Marketo Engage" (outbound addresses); RFC 1918, RFC 6761.`,
  visit: {
    webhook({ url }) {
      const found = /^(\s*[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?)(\[[^\]]*\]|[^/?#:]*)/i.exec(
        url.value,
      )
      const [, before = '', host = ''] = found ?? []
      if (
        host === '' ||
        host.includes('{{') ||
        holdsVariable(host) ||
        !isPrivate(host.toLowerCase())
      )
        return undefined
      return {
        at: spanWithin(url, before.length, before.length + host.length),
        message: `"${host}" cannot be reached from the Internet`,
        effect: 'no call ever arrives',
        help: 'write the public name of the endpoint; "test --endpoint" calls a receiver on your own machine',
      }
    },
  },
}

/** Names and addresses that no public name server and no public route leads to. */
function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return /^\[(?:::1?|f[cd][0-9a-f:]*|fe[89ab][0-9a-f:]*)\]$/.test(host)
  if (/^[0-9.]+$/.test(host)) {
    return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2[0-9]|3[01]))\./.test(host)
  }
  const labels = host.replace(/\.$/, '').split('.')
  const last = labels.at(-1) ?? ''
  return labels.length === 1 || ['localhost', 'local', 'internal', 'invalid'].includes(last)
}
