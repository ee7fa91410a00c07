import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Deadline, Exchange, HttpRequest, HttpResponse, Transport } from '../emulate/call.ts'

/** More than any answer that a mapping could want. */
const MAX_BODY_BYTES = 10 * 1024 * 1024

/** A transport with connections that are kept; `close` lets the process end. */
export interface NodeTransport {
  readonly send: Transport
  readonly close: () => void
}

/**
 * Sends requests over HTTP as they are: header names and order kept, redirects not followed, nothing
 * unpacked, one deadline for all of it. Node adds Host, Connection and Content-Length, as any client must.
 */
export function nodeTransport(now: () => number): NodeTransport {
  const http = new HttpAgent({ keepAlive: true })
  const https = new HttpsAgent({ keepAlive: true, minVersion: 'TLSv1.2' })
  return {
    send: async (request, deadline) => {
      const started = now()
      const elapsed = (): number => now() - started
      try {
        return {
          status: 'answered',
          response: await exchange(request, deadline, { http, https }),
          milliseconds: elapsed(),
        }
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

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** Rejects with what the network or Node says; the caller turns that into an outcome. */
function exchange(request: HttpRequest, deadline: Deadline, agents: Agents): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const isHttps = request.url.toLowerCase().startsWith('https:')
    const body = request.body === undefined ? undefined : Buffer.from(request.body, 'utf8')
    const options = {
      method: request.method,
      headers: headersOf(request, body),
      signal: AbortSignal.timeout(deadline.milliseconds),
    }
    const onResponse = (message: IncomingMessage): void => readMessage(message, resolve, reject)
    const outgoing = isHttps
      ? httpsRequest(request.url, { ...options, agent: agents.https }, onResponse)
      : httpRequest(request.url, { ...options, agent: agents.http }, onResponse)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A flat list keeps case, order and repeated names. */
function headersOf({ headers, url }: HttpRequest, body: Buffer | undefined): readonly string[] {
  const flat = headers.flatMap(([name, value]) => [name, value])
  const length = body === undefined ? [] : ['Content-Length', String(body.length)]
  return ['Host', new URL(url).host, ...flat, ...length]
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
    if (size > MAX_BODY_BYTES) message.destroy(new Error('the answer is larger than 10 MiB'))
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
  HPE_INVALID_CONSTANT: 'the answer is not HTTP',
  ERR_INVALID_CHAR: 'a header holds a character that no header may hold',
  ERR_INVALID_URL: 'the URL is none',
}
