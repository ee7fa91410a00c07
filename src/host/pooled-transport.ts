import type { LookupFunction } from 'node:net'
import type { Dispatcher, Pool } from 'undici'
import type { Deadline, HttpRequest, HttpResponse } from '../emulate/call.ts'
import { rememberLast } from '../base/remember-last.ts'
import { onAbort } from './on-abort.ts'
import {
  codeOf,
  failed,
  MAX_BODY_BYTES,
  TIMED_OUT,
  withCode,
  type ClosableTransport,
} from './transport-ending.ts'
import { requestWirer, type WireRequest } from './wire-request.ts'

/**
 * Sends many requests to hosts whose addresses have been looked at, and connects to those addresses
 * alone, whatever a name resolves to by then. Like the transport over `node:http` it follows no
 * redirect, unpacks nothing and has one deadline for all of it; a call costs a third of that.
 */
export function pooledTransport(
  now: () => number,
  addresses: readonly string[],
): ClosableTransport {
  const wireOf = requestWirer()
  const pools = new Map<string, Promise<Pool>>()
  const poolFor = rememberLast(({ origin }: URL): Promise<Pool> => {
    const pool = pools.get(origin) ?? openPool(origin, addresses)
    pools.set(origin, pool)
    return pool
  })
  return {
    send: async (request, deadline) => {
      const started = now()
      const wire = wireOf(request)
      if (wire.status === 'unsendable') {
        return { status: 'unreachable', reason: wire.reason, milliseconds: 0 }
      }
      const ending = await attempt(await poolFor(wire.url), request, { wire, deadline })
      const milliseconds = now() - started
      return ending instanceof Error
        ? failed(ending, milliseconds)
        : { status: 'answered', response: ending, milliseconds }
    },
    close: () => {
      for (const pool of pools.values()) void pool.then((opened) => opened.destroy())
    },
  }
}

/** Loaded only when somebody calls: other commands start without it. The deadline is the caller's alone. */
async function openPool(origin: string, addresses: readonly string[]): Promise<Pool> {
  const { Pool: PoolOfConnections } = await import('undici')
  return new PoolOfConnections(origin, {
    connect: { lookup: lookupAmong(addresses), minVersion: 'TLSv1.2', timeout: 0 },
    headersTimeout: 0,
    bodyTimeout: 0,
  })
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

interface Sending {
  readonly wire: Extract<WireRequest, { readonly status: 'sendable' }>
  readonly deadline: Deadline
}

/** So often does a request go out again because a kept connection turns out to be closed. */
const MOST_STALE = 3

/** Ends with a response, or with what the network says; the caller turns that into an outcome. */
function attempt(
  pool: Pool,
  { method, body }: HttpRequest,
  { wire, deadline }: Sending,
): Promise<HttpResponse | Error> {
  const options = {
    method,
    path: wire.target,
    // A flat list keeps case, order and repeated names.
    headers: wire.headers.flat(),
    body: body === undefined ? null : Buffer.from(body, 'utf8'),
  }
  return new Promise((resolve) => {
    let current: Dispatcher.DispatchController | undefined
    let isSettled = false
    let stale = 0
    const settle = (ending: HttpResponse | Error): void => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      stopWaiting?.()
      resolve(ending)
      if (ending instanceof Error) current?.abort(ending)
    }
    const giveUp = (): void => settle(withCode(TIMED_OUT))
    const timer = setTimeout(giveUp, deadline.milliseconds)
    const stopWaiting = deadline.signal && onAbort(deadline.signal, giveUp)
    const send = (): void => {
      pool.dispatch(
        options,
        reader({
          onStart: (controller) => {
            current = controller
            if (isSettled) controller.abort(withCode(TIMED_OUT))
          },
          onEnd: (ending, isBegun) => {
            stale += 1
            const isStale = ending instanceof Error && !isBegun && wasKept(ending)
            if (isStale && !isSettled && stale <= MOST_STALE) send()
            else settle(ending)
          },
        }),
      )
    }
    if (deadline.signal?.aborted === true) giveUp()
    else send()
  })
}

/** True when the connection had served before: that it was closed says nothing about the request. */
function wasKept(error: Error): boolean {
  const code = codeOf(error)
  if (code === 'ECONNRESET' || code === 'EPIPE') return true
  const socket: unknown = 'socket' in error ? error.socket : undefined
  const isObject = typeof socket === 'object' && socket !== null
  return code === 'UND_ERR_SOCKET' && isObject && 'bytesRead' in socket && socket.bytesRead !== 0
}

interface Reading {
  readonly onStart: (controller: Dispatcher.DispatchController) => void
  /** `isBegun` is true once a part of an answer has come. */
  readonly onEnd: (ending: HttpResponse | Error, isBegun: boolean) => void
}

/** Gathers a response piece by piece. */
function reader({ onStart, onEnd }: Reading): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = []
  let size = 0
  let head: Omit<HttpResponse, 'body'> | undefined
  return {
    onRequestStart: onStart,
    onRequestUpgrade: (_controller, _status, _headers, socket) => {
      socket.destroy()
      onEnd(withCode('ERR_SWITCHED'), true)
    },
    onResponseStart: ({ rawHeaders }, status, _headers, reason) => {
      // Interim answers (100, 103) come before the answer.
      if (status >= 200) head = { status, reason: reason ?? '', headers: pairs(rawHeaders) }
    },
    onResponseData: (controller, chunk) => {
      size += chunk.length
      if (size > MAX_BODY_BYTES) controller.abort(withCode('ERR_TOO_LARGE'))
      else chunks.push(chunk)
    },
    onResponseEnd: () => {
      const [only] = chunks
      const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
      onEnd(head === undefined ? withCode('') : { ...head, body }, true)
    },
    onResponseError: (_controller, error) => onEnd(error, head !== undefined),
  }
}

/** Names and values in turn, as they came. */
function pairs(
  raw: Dispatcher.DispatchController['rawHeaders'],
): readonly (readonly [string, string])[] {
  if (!Array.isArray(raw)) return []
  const found: (readonly [string, string])[] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    found.push([textOf(raw[index]), textOf(raw[index + 1])])
  }
  return found
}

function textOf(text: Buffer | string | undefined): string {
  return typeof text === 'string' ? text : (text?.toString('latin1') ?? '')
}
