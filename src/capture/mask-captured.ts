import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { isLogin, isSecretName } from '../marketo/secret-names.ts'
import { MASKED_SECRET } from './captured-call.ts'

/** What is known of the secrets that a request may hold. */
export interface KnownSecrets {
  /** Names of headers that carry one, whatever they are called. */
  readonly headers: readonly string[]
  /** Values, where they are known: they are masked wherever they stand. */
  readonly values: readonly string[]
}

/** The headers that a webhook says are secret. */
export function secretHeaders({ headers }: Pick<CompiledWebhook, 'headers'>): readonly string[] {
  return headers.flatMap(({ kind, name }) => (kind === 'secret' ? [name] : []))
}

/**
 * A request as it may be kept. The scheme of a login stays (`Bearer (secret)`): a definition needs it.
 * User and password in the URL, and parameters that are called like a credential, are masked too.
 */
export function maskCaptured(request: HttpRequest, known: KnownSecrets): HttpRequest {
  const own = known.headers.map((name) => name.toLowerCase())
  const hide = hider(known.values)
  return {
    method: request.method,
    url: hide(maskUrl(request.url)),
    headers: request.headers.map(([name, value]) => {
      const isSecret = own.includes(name.toLowerCase()) || isSecretName(name) || isLogin(value)
      return [name, isSecret ? maskValue(value) : hide(value)]
    }),
    body: request.body === undefined ? undefined : hide(request.body),
  }
}

/** Shorter values would be found where they do not stand for the secret. */
const SHORTEST = 6

/** Hides values wherever they stand, as they are and as URLs and forms spell them. */
export function hider(values: readonly string[]): (text: string) => string {
  const spelled = values
    .filter((value) => value.length >= SHORTEST)
    .flatMap((value) => [value, encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'))])
  const texts = [...new Set(spelled)].sort((a, b) => b.length - a.length)
  return (text) => texts.reduce((shown, each) => shown.replaceAll(each, MASKED_SECRET), text)
}

/** Any other first word may be one of a secret. */
const SCHEME = /^\s*(Bearer|Basic|Digest|Token|Api-?Key) +\S/i

function maskValue(value: string): string {
  if (value === '') return ''
  const scheme = SCHEME.exec(value)?.[1]
  return scheme === undefined ? MASKED_SECRET : `${scheme} ${MASKED_SECRET}`
}

function maskUrl(url: string): string {
  return url
    .replace(/(?<=^https?:\/\/)[^/?#]+(?=@)/i, MASKED_SECRET)
    .replace(/(?<=[?&])([^=&#]*)=([^&#]*)/g, (pair, name: string, value: string) =>
      value !== '' && isSecretName(name) ? `${name}=${MASKED_SECRET}` : pair,
    )
}
