import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
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
 */
export function nodeTransport(now: () => number): NodeTransport {
  const http = new HttpAgent({ keepAlive: true })
  const https = new HttpsAgent({ keepAlive: true, minVersion: 'TLSv1.2' })
  return {
    send: async (request, deadline) => {
      const started = now()
      const elapsed = (): number => now() - started
      const wire = wireRequest(request)
      if (wire.status === 'unsendable') {
        return { status: 'unreachable', reason: wire.reason, milliseconds: 0 }
      }
      try {
        const response = await exchange(request, wire, { deadline, http, https })
        return { status: 'answered', response, milliseconds: elapsed() }
      } catch (error) {
        return failed(error, elapsed())
      }
    },
    close: () => {
      http.destroy()
      https.destroy()
    },
  }
}

interface Line {
  readonly deadline: Deadline
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** Rejects with what the network or Node says; the caller turns that into an outcome. */
function exchange(
  { method, body }: HttpRequest,
  { url, target, headers }: Extract<WireRequest, { readonly status: 'sendable' }>,
  { deadline, http, https }: Line,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(deadline.milliseconds)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    const options = {
      method,
      // A URL writes an IPv6 address in brackets, a socket without.
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port,
      path: target,
      // A flat list keeps case, order and repeated names.
      headers: headers.flat(),
      signal,
    }
    const onResponse = (message: IncomingMessage): void => readMessage(message, resolve, reject)
    const outgoing =
      url.protocol === 'https:'
        ? httpsRequest({ ...options, agent: https }, onResponse)
        : httpRequest({ ...options, agent: http }, onResponse)
    outgoing.on('error', reject)
    outgoing.on('upgrade', (_message, socket) => {
      socket.destroy()
      reject(withCode('ERR_SWITCHED'))
    })
    outgoing.end(body === undefined ? undefined : Buffer.from(body, 'utf8'))
  })
}

/** A failure of our own, told apart by its code like those of Node. */
function withCode(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function readMessage(
  message: IncomingMessage,
  resolve: (response: HttpResponse) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  message.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_BODY_BYTES) message.destroy(withCode('ERR_TOO_LARGE'))
    else chunks.push(chunk)
  })
  message.on('error', reject)
  message.on('end', () =>
    resolve({
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

function failed(error: unknown, milliseconds: number): Exchange {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AbortError' || name === 'TimeoutError') return { status: 'timed-out', milliseconds }
  return { status: 'unreachable', reason: reasonOf(error), milliseconds }
}

/** Words for what Node calls it by a code; a message of Node could hold the URL, and so a secret. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
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
