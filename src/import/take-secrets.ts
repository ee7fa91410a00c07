import { MASKED_SECRET } from '../capture/captured-call.ts'
import type { HttpRequest } from '../emulate/call.ts'
import {
  credentialsInTemplate,
  credentialsInUrl,
  LEFT_OUT,
  type FoundCredential,
} from '../marketo/find-credentials.ts'
import { isLogin, isSecretName } from '../marketo/secret-names.ts'

/** A header as a definition holds it. */
export type DefinedHeader =
  | { readonly kind: 'text'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'secret'
      readonly name: string
      readonly secret: string
      readonly format: string
    }

export interface WithoutSecrets {
  /** The request as it can be written down: references in the place of credentials, or marks. */
  readonly request: HttpRequest
  readonly headers: readonly DefinedHeader[]
  /** The values, for rendering the same request once more; they are never written. */
  readonly values: ReadonlyMap<string, string>
  readonly told: readonly string[]
}

/** Takes every credential out of a request: headers get references, other places a mark that lint points at. */
export function takeSecrets(request: HttpRequest, idOf: SecretNaming): WithoutSecrets {
  const login = withoutLogin(request)
  const url = markUrl(login.request.url)
  const body = request.body === undefined ? undefined : markBody(request.body)
  const values = new Map<string, string>()
  const headers = login.request.headers.map(([name, value]): DefinedHeader => {
    if (!isSecretName(name) && !isLogin(value) && !isKeyLike(value) && !isMaskedIn(value))
      return { kind: 'text', name, value }
    const { format, secret } = splitScheme(value)
    const id = idOf(name)
    values.set(id, secret)
    return { kind: 'secret', name, secret: id, format }
  })
  const isMasked = login.request.headers.some(([, value]) => value === MASKED_SECRET)
  const masked = isMasked
    ? [
        'The capture masks the secret whole: whether a word such as "Bearer" stands before it is not known.',
      ]
    : []
  const inHeaders = headers.flatMap((header) =>
    header.kind === 'secret'
      ? [
          `The credential in the header ${header.name} is written as a reference to the secret "${header.secret}"; its value stands nowhere.`,
        ]
      : [],
  )
  return {
    request: { ...login.request, url: url.text, body: body?.text },
    headers,
    values,
    told: [...login.told, ...inHeaders, ...masked, ...url.told, ...(body?.told ?? [])],
  }
}

/** The id of the secret that a header carries. */
export type SecretNaming = (header: string) => string

/** A login in the URL is sent as a header by every HTTP client. Source: RFC 7617, RFC 3986. */
function withoutLogin(request: HttpRequest): Pick<WithoutSecrets, 'request' | 'told'> {
  const found = /^(https?:\/\/)([^/?#@]+)@(.*)$/is.exec(request.url)
  if (found === null) return { request, told: [] }
  const [, scheme = '', login = '', rest = ''] = found
  const url = scheme + rest
  const hasOwn = request.headers.some(([name]) => name.toLowerCase() === 'authorization')
  if (hasOwn || login.includes('{{'))
    return { request: { ...request, url }, told: ['The login in the URL is left out.'] }
  const value = `Basic ${base64(decoded(login))}`
  return {
    request: { ...request, url, headers: [...request.headers, ['Authorization', value]] },
    told: [
      'The login in the URL is moved to the header Authorization, as HTTP clients send it; there it does not show in activities.',
    ],
  }
}

function decoded(login: string): string {
  try {
    return decodeURIComponent(login)
  } catch {
    return login
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

/** Long, without a space, of letters and digits: rather a reference too many than a key in the repository. */
function isKeyLike(value: string): boolean {
  return /^[A-Za-z0-9+/_=.-]{20,}$/.test(value) && /[0-9]/.test(value) && /[A-Za-z]/.test(value)
}

/** A capture masks values that are known to be secret wherever they stand. */
function isMaskedIn(text: string): boolean {
  return text.includes(MASKED_SECRET)
}

/** Any other first word may be one of the secret. Names: the registry of HTTP authentication schemes, and what services use. */
const SCHEME =
  /^\s*(Basic|Bearer|Digest|DPoP|HMAC|Negotiate|SSWS|Token|Api-?Key|[\w-]+-HMAC-SHA256)\s+(\S.*)$/is

/** `Bearer abc` is a scheme and a secret, anything else a secret as a whole. */
function splitScheme(value: string): { readonly format: string; readonly secret: string } {
  if (isMaskedIn(value))
    return { format: value.replaceAll(MASKED_SECRET, '${secret}'), secret: MASKED_SECRET }
  const [, scheme, secret] = SCHEME.exec(value) ?? []
  return scheme === undefined || secret === undefined
    ? { format: '${secret}', secret: value }
    : { format: `${scheme} \${secret}`, secret }
}

interface Marked {
  readonly text: string
  readonly told: readonly string[]
}

function markUrl(url: string): Marked {
  const named = url.replace(/(?<=[?&])([^=&#]*)=([^&#]+)/g, (pair, name: string, value: string) =>
    isSecretName(name) && !value.startsWith('{{') ? `${name}=${LEFT_OUT}` : pair,
  )
  const text = mark(named.replaceAll(MASKED_SECRET, LEFT_OUT), credentialsInUrl)
  return { text, told: text === url ? [] : [leftOutOf('URL')] }
}

/** The linter takes no long value for a credential by such a name alone; here one too many costs little. */
const KEY_IN_BODY =
  /(?<=(?:token|key|signature|credential)"?\s*[:=]\s*"?)(?=[^\s"&<,]*[0-9])(?=[^\s"&<,]*[A-Za-z])[A-Za-z0-9+/_=.%-]{20,}/gi

function markBody(body: string): Marked {
  const known = mark(body.replaceAll(MASKED_SECRET, LEFT_OUT), credentialsInTemplate)
  const text = known.replace(KEY_IN_BODY, LEFT_OUT)
  return { text, told: text === body ? [] : [leftOutOf('body')] }
}

function leftOutOf(part: 'URL' | 'body'): string {
  return `A credential in the ${part} is left out, and "${LEFT_OUT}" stands in its place: a webhook holds secrets only in headers, and the ${part} shows in activities. Ask the endpoint to take it as a header.`
}

/** Puts a mark in the place of everything that is found, from the end, so that places stay what they are. */
function mark(text: string, find: (text: string) => readonly FoundCredential[]): string {
  const places = find(text).filter(({ start, end }) => text.slice(start, end) !== LEFT_OUT)
  let marked = text
  let before = text.length + 1
  for (const { start, end } of places.toSorted((a, b) => b.start - a.start)) {
    if (end > before) continue
    marked = marked.slice(0, start) + LEFT_OUT + marked.slice(end)
    before = start
  }
  return marked
}

/** An address for people to read, without its query and without what may be a credential. */
export function showAddress(url: string): string {
  const plain = url.replace(/[?#].*$/s, '').replace(/(?<=^https?:\/\/)[^/]+(?=@)/i, '…')
  return mark(plain, credentialsInUrl).replaceAll(LEFT_OUT, '…')
}
