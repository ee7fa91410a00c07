import type { HttpRequest } from '../emulate/call.ts'

/** Headers that a connection needs and no definition sets. */
const OF_THE_CONNECTION =
  /^(?::.*|host|connection|content-length|transfer-encoding|accept-encoding|expect|keep-alive|te|trailer|upgrade|proxy-connection|via|forwarded|x-forwarded-.*|x-real-ip)$/i

/** What a client says of itself. A recording does not tell whether somebody has set it. */
const OF_THE_CLIENT =
  /^(?:user-agent|accept|accept-language|origin|referer|sec-.*|dnt|priority|pragma|cache-control|upgrade-insecure-requests|if-.*)$/i

/** What browsers add when a request is copied from their tools. */
const OF_A_BROWSER = /^(?:sec-.*|dnt|priority|upgrade-insecure-requests)$/i

export interface KeptHeaders {
  readonly kept: HttpRequest['headers']
  readonly told: readonly string[]
}

/**
 * The headers that a definition is to set. `typed`: somebody has written them, as in a curl line;
 * `recording`: they were seen on the wire, where what a client adds by itself looks the same.
 */
export function withoutTransportHeaders(
  headers: HttpRequest['headers'],
  origin: 'typed' | 'recording',
): KeptHeaders {
  const ofClient = origin === 'typed' ? OF_A_BROWSER : OF_THE_CLIENT
  const isLeftOut = (name: string): boolean => OF_THE_CONNECTION.test(name) || ofClient.test(name)
  const left = headers.filter(([name]) => isLeftOut(name)).map(([name]) => name)
  const kept = headers.filter(([name]) => !isLeftOut(name))
  const telling = left.filter((name) => !name.startsWith(':'))
  const told =
    telling.length === 0
      ? []
      : [`Headers that the connection or the client adds are left out: ${telling.join(', ')}.`]
  return { kept, told }
}
