import type { LocatedText } from '../../base/located-text.ts'
import type { Decoder } from './decoder.ts'
import { text } from './scalars.ts'

/** A host alone or with a port: no scheme, no path, no wildcard. */
export const hostName: Decoder<LocatedText> = {
  schema: { ...text.schema, pattern: '^[^/?#@*\\s]+$' },
  decode: (node, context) => {
    const host = text.decode(node, context)
    if (host === undefined || isHost(host.value)) return host
    const meant = hostIn(host.value)
    context.report({
      rule: 'wrong-type',
      severity: 'error',
      at: node.at,
      message: `"${host.value}" stands where a host is expected`,
      help:
        meant === undefined
          ? 'write the whole name of one host, with ":port" if only that port is meant'
          : `write the host alone: ${meant}`,
    })
    return undefined
  },
}

function isHost(written: string): boolean {
  return /^[^/?#@*\s]+$/.test(written) && URL.canParse(`https://${written}`)
}

/** The host of what is a whole URL. */
function hostIn(written: string): string | undefined {
  const host = URL.canParse(written) ? new URL(written).host : ''
  return isHost(host) ? host : undefined
}
