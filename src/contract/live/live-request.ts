import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { rememberLast } from '../../base/remember-last.ts'
import { requestBuilder, type BuiltRequest } from '../../emulate/build-request.ts'
import type { Situation } from '../../emulate/call.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'

export interface LiveRequestOptions {
  /** Where requests go instead of to the definition's host: an origin, or an origin with a path. */
  readonly endpoint: string
  readonly assumptions: AssumptionSet
  readonly secretOf: (id: string) => string
}

/** A lead's request with the places of its tokens; those of the URL are not given, for it is another one. */
export type LiveRequest = Omit<Extract<BuiltRequest, { readonly status: 'built' }>, 'status'>

/** Makes the requests of leads to a live endpoint; undefined when Marketo would send none. */
export function liveRequests(
  webhook: CompiledWebhook,
  { endpoint, assumptions, secretOf }: LiveRequestOptions,
): (situation: Situation) => LiveRequest | undefined {
  const build = requestBuilder(webhook, { assumptions, secretOf })
  const redirected = rememberLast((url: string) => redirect(url, endpoint))
  return (situation) => {
    const built = build(situation)
    if (built.status === 'refused') return undefined
    const { request, tokens } = built
    return {
      request: { ...request, url: redirected(request.url) },
      tokens: { ...tokens, url: [] },
    }
  }
}

/** The definition's path and query, as typed, at the endpoint's origin; a path of the endpoint replaces the own one. */
export function redirect(url: string, endpoint: string): string {
  const { origin, path } = partsOf(endpoint)
  const own = partsOf(url)
  const [, ownPath = '', query = ''] = /^([^?#]*)(.*)$/s.exec(own.path) ?? []
  return `${origin}${path === '' || path === '/' ? ownPath : path}${query}`
}

/** Cut out of the text, because the parser of URLs would rewrite the path. */
function partsOf(url: string): { readonly origin: string; readonly path: string } {
  const origin = /^https?:[/\\]{2}[^/?#\\]*/i.exec(url)?.[0] ?? ''
  return { origin, path: url.slice(origin.length) }
}
