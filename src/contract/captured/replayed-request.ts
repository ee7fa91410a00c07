import { MASKED_SECRET, type CapturedCall } from '../../capture/captured-call.ts'
import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { HttpRequest } from '../../emulate/call.ts'
import { redirect } from '../live/live-request.ts'

export interface Replaying {
  /** An origin, or an origin with a path. */
  readonly endpoint: string
  readonly secretOf: (id: string) => string
}

/** What belongs to the connection on which a request came, and not to the request. Source: RFC 9110. */
const OF_CONNECTION: readonly string[] = [
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
]

/** A captured request as it can be sent again, to another endpoint: with the secrets that were masked. */
export function replayedRequest(
  webhook: CompiledWebhook,
  { request }: Pick<CapturedCall, 'request'>,
  { endpoint, secretOf }: Replaying,
): HttpRequest {
  const secrets = new Map(
    webhook.headers.flatMap((header) =>
      header.kind === 'secret'
        ? [[header.name.toLowerCase(), secretIn(header, secretOf)] as const]
        : [],
    ),
  )
  const headers = request.headers
    .filter(([name]) => !OF_CONNECTION.includes(name.toLowerCase()))
    .map(([name, value]) => [name, secrets.get(name.toLowerCase()) ?? value] as const)
    .filter(([, value]) => !value.includes(MASKED_SECRET))
  const target = request.url.replace(/^https?:\/\/[^/?#]*/i, '')
  return { ...request, url: redirect(`http://captured.invalid${target}`, endpoint), headers }
}

function secretIn(
  { format, secret }: { readonly format: string; readonly secret: string },
  secretOf: (id: string) => string,
): string {
  return format.replaceAll('${secret}', () => secretOf(secret))
}
