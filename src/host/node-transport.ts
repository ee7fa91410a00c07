import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Deadline, HttpRequest, HttpResponse } from '../emulate/call.ts'
import {
  failed,
  MAX_BODY_BYTES,
  TIMED_OUT,
  withCode,
  type ClosableTransport,
} from './transport-ending.ts'
import { onAbort } from './on-abort.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

/**
 * Sends requests over HTTP as they are: the URL, header names and order kept, redirects not followed,
 * nothing unpacked, one deadline for all of it. Added is only what `wireRequest` says, and Connection.
 */
export function nodeTransport(now: () => number): ClosableTransport {
  const http = new HttpAgent({ keepAlive: true })
  const https = new HttpsAgent({ keepAlive: true, minVersion: 'TLSv1.2' })
  const fresh = { minVersion: 'TLSv1.2', agent: false } as const
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
      stopWaiting?.()
      resolve(ending)
      if (ending instanceof Error) outgoing?.destroy()
    }
    const stopWaiting = deadline.signal && onAbort(deadline.signal, giveUp)
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

function isClosed(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
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
