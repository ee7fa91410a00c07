import { rememberLast } from '../base/remember-last.ts'
import type { HttpRequest } from '../emulate/call.ts'

/** What goes out for a request: the request line's target, and every header in order. */
export type WireRequest =
  | {
      readonly status: 'sendable'
      readonly url: URL
      /** The path and query as typed, its UTF-8 bytes as Latin-1 characters; a fragment is never sent. */
      readonly target: string
      readonly headers: readonly (readonly [name: string, value: string])[]
    }
  /** No HTTP client can send it; the reason names no value, which could be a secret. */
  | { readonly status: 'unsendable'; readonly reason: string }

/** What RFC 9110 allows as a header's name. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** What RFC 9110 forbids in a header's value, and what no single byte can carry. */
const ILLEGAL_IN_VALUE = /[^\t\u0020-\u007e\u0080-\u00ff]/

const ASCII = /^[\u0000-\u007f]*$/

/** Headers that say where a body ends: two that disagree let a request smuggle in another. */
const FRAMING: readonly string[] = ['content-length', 'transfer-encoding']

/**
 * Lays a request out for the wire. Added is only what HTTP cannot do without: Host, the length of the
 * body, and for a URL with a user the Authorization that stands for it.
 * That URLs go out as typed: Experience League, "Webhooks". That a user in the URL is honoured is
 * inferred from Adobe's own recipe for Twilio.
 */
export function wireRequest(request: HttpRequest): WireRequest {
  return withLength(wireHead(request.url, request.headers), request)
}

/** The same for request after request: what is the same as in the last one is not laid out again. */
export function requestWirer(): (request: HttpRequest) => WireRequest {
  const headOf = rememberLast(wireHead)
  return (request) => withLength(headOf(request.url, request.headers), request)
}

/** All but the length of the body, which comes last. */
function wireHead(typed: string, own: HttpRequest['headers']): WireRequest {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return unsendable('the URL is none that can be called')
  }
  const target = targetOf(typed)
  if (/[\u0000-\u0020\u007f]/.test(target)) {
    return unsendable('the URL holds a space or a control character')
  }
  const problem = headerProblem(own)
  if (problem !== undefined) return unsendable(problem)
  return { status: 'sendable', url, target, headers: headersOf(own, url) }
}

function withLength(head: WireRequest, { method, body }: HttpRequest): WireRequest {
  const mayHaveBody = method !== 'GET' && method !== 'HEAD'
  if (head.status === 'unsendable' || (body === undefined && !mayHaveBody)) return head
  const length = String(Buffer.byteLength(body ?? '', 'utf8'))
  return { ...head, headers: [...head.headers, ['Content-Length', length]] }
}

function unsendable(reason: string): WireRequest {
  return { status: 'unsendable', reason }
}

/** Cut out of the text, because the parser of URLs would rewrite dots, quotes and what is not ASCII. */
function targetOf(url: string): string {
  const target = /^https?:[/\\]{2}[^/?#\\]*([^#]*)/is.exec(url.trim())?.[1] ?? ''
  const rooted = target.startsWith('/') ? target : `/${target}`
  if (ASCII.test(rooted)) return rooted
  const bytes = new TextEncoder().encode(rooted)
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function headerProblem(headers: HttpRequest['headers']): string | undefined {
  for (const [name, value] of headers) {
    if (!TOKEN.test(name)) return 'the name of a header holds a character that no name may hold'
    if (ILLEGAL_IN_VALUE.test(value)) return 'a header holds a character that no header may hold'
    if (FRAMING.includes(name.toLowerCase())) {
      return `the header "${name}" cannot be set by hand: who sends the body writes it`
    }
  }
  return undefined
}

function headersOf(headers: HttpRequest['headers'], url: URL): HttpRequest['headers'] {
  const isSet = (name: string): boolean => headers.some(([own]) => own.toLowerCase() === name)
  const hasUser = url.username !== '' || url.password !== ''
  return [
    ...(isSet('host') ? [] : [['Host', url.host] as const]),
    ...headers,
    ...(hasUser && !isSet('authorization') ? [['Authorization', basic(url)] as const] : []),
  ]
}

/** Source: RFC 7617. */
function basic({ username, password }: URL): string {
  const user = [username, password].map(decoded).join(':')
  return `Basic ${Buffer.from(user, 'utf8').toString('base64')}`
}

/** A percent sign that starts no escape stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
