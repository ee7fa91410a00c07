import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Deadline, Exchange, HttpRequest, HttpResponse, Transport } from '../emulate/call.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

/** More than any answer that a mapping could want. */
const MAX_BODY_BYTES = 10 * 1024 * 1024

/** A transport with connections that are kept; `close` lets the process end. */
export interface NodeTransport {
  readonly send: Transport
  readonly close: () => void
}

/**
 * Sends requests over HTTP as they are: the URL, header names and order kept, redirects not followed,
 * nothing unpacked, one deadline for all of it. Added is only what `wireRequest` says, and Connection.
 * With `addresses` it connects to those alone, whatever a name resolves to.
 */
export function nodeTransport(now: () => number, addresses?: readonly string[]): NodeTransport {
  const pinned = addresses === undefined ? {} : { lookup: lookupAmong(addresses) }
  const http = new HttpAgent({ keepAlive: true, ...pinned })
  const https = new HttpsAgent({ keepAlive: true, minVersion: 'TLSv1.2', ...pinned })
  const fresh = { minVersion: 'TLSv1.2', agent: false, ...pinned } as const
  const linesFor = (url: URL): readonly Line[] =>
    url.protocol === 'https:'
      ? [
          { open: httpsRequest, options: { agent: https } },
          { open: httpsRequest, options: fresh },
        ]
      : [
          { open: httpRequest, options: { agent: http } },
          { open: httpRequest, options: fresh },
        ]
  return {
    send: async (request, deadline) => {
      const started = now()
      const wire = wireRequest(request)
      if (wire.status === 'unsendable') {
        return { status: 'unreachable', reason: wire.reason, milliseconds: 0 }
      }
      const ending = await attempt(linesFor(wire.url), requestOptions(request, wire), {
        body: request.body,
        deadline,
      })
      const milliseconds = now() - started
      return ending instanceof Error
        ? failed(ending, milliseconds)
        : { status: 'answered', response: ending, milliseconds }
    },
    close: () => {
      http.destroy()
      https.destroy()
    },
  }
}

/** Answers every question for an address with those that have been looked at. */
function lookupAmong(addresses: readonly string[]): LookupFunction {
  const records = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_hostName, { all }, done) => {
    const [first] = records
    if (first === undefined) done(withCode('ENOTFOUND'), '')
    else if (all === true) done(null, records)
    else done(null, first.address, first.family)
  }
}

/** A way to send a request: over connections that are kept, or over one of its own. */
interface Line {
  readonly open: (
    options: RequestOptions,
    onResponse: (message: IncomingMessage) => void,
  ) => ClientRequest
  readonly options: RequestOptions
}

interface Sending {
  readonly body: string | undefined
  readonly deadline: Deadline
}

function requestOptions(
  { method }: HttpRequest,
  { url, target, headers }: Extract<WireRequest, { readonly status: 'sendable' }>,
): RequestOptions {
  return {
    method,
    // A URL writes an IPv6 address in brackets, a socket without.
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: target,
    // A flat list keeps case, order and repeated names.
    headers: headers.flat(),
  }
}

/**
 * Ends with a response, or with what the network or Node says; the caller turns that into an outcome.
 * A kept connection that the other side has closed meanwhile says nothing about the request: it goes
 * out again over a new one.
 */
function attempt(
  [line, next]: readonly Line[],
  options: RequestOptions,
  { body, deadline }: Sending,
): Promise<HttpResponse | Error> {
  if (line === undefined) return Promise.resolve(withCode(''))
  return new Promise((resolve) => {
    let outgoing: ClientRequest | undefined
    let isSettled = false
    const giveUp = (): void => settle(withCode(TIMED_OUT))
    const timer = setTimeout(giveUp, deadline.milliseconds)
    const settle = (ending: HttpResponse | Error): void => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      deadline.signal?.removeEventListener('abort', giveUp)
      resolve(ending)
      if (ending instanceof Error) outgoing?.destroy()
    }
    deadline.signal?.addEventListener('abort', giveUp)
    const send = (way: Line, onError: (error: Error) => void): void => {
      outgoing = way.open({ ...options, ...way.options }, (message) => readMessage(message, settle))
      outgoing.on('error', onError)
      outgoing.on('upgrade', (_message, socket) => {
        socket.destroy()
        settle(withCode('ERR_SWITCHED'))
      })
      outgoing.end(body === undefined ? undefined : Buffer.from(body, 'utf8'))
    }
    send(line, (error) => {
      const isStale = outgoing?.reusedSocket === true && isClosed(error) && !isSettled
      if (isStale && next !== undefined) send(next, settle)
      else settle(error)
    })
    if (deadline.signal?.aborted === true) giveUp()
  })
}

const TIMED_OUT = 'ERR_DEADLINE'

function isClosed(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

/** A failure of our own, told apart by its code like those of Node. */
function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function readMessage(
  message: IncomingMessage,
  settle: (ending: HttpResponse | Error) => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  message.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_BODY_BYTES) message.destroy(withCode('ERR_TOO_LARGE'))
    else chunks.push(chunk)
  })
  message.on('error', settle)
  message.on('end', () =>
    settle({
      status: message.statusCode ?? 0,
      reason: message.statusMessage ?? '',
      headers: pairs(message.rawHeaders),
      body: Buffer.concat(chunks),
    }),
  )
}

function pairs(flat: readonly string[]): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  for (let index = 0; index + 1 < flat.length; index += 2) {
    found.push([flat[index] ?? '', flat[index + 1] ?? ''])
  }
  return found
}

function failed(error: Error, milliseconds: number): Exchange {
  const code = 'code' in error ? String(error.code) : ''
  if (code === TIMED_OUT) return { status: 'timed-out', milliseconds }
  return { status: 'unreachable', reason: reasonOf(code), milliseconds }
}

/** Words for what Node calls it by a code; a message of Node could hold the URL, and so a secret. */
function reasonOf(code: string): string {
  return (
    REASONS[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`)
  )
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed',
  ENOTFOUND: 'there is no host of that name',
  EPROTO: 'the TLS versions do not agree',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  EAI_AGAIN: 'there is no host of that name',
  ECONNABORTED: 'the connection was closed',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'the host does not answer',
  ERR_SWITCHED: 'the endpoint switched to another protocol',
  ERR_TOO_LARGE: 'the answer is larger than 10 MiB',
  HPE_HEADER_OVERFLOW: 'the headers of the answer are too large',
  HPE_INVALID_CONSTANT: 'the answer is not HTTP',
  HPE_INVALID_CONTENT_LENGTH: 'the answer states no valid length',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is signed by nobody who is known',
}
