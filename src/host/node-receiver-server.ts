import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type {
  AnswerIncoming,
  IncomingRequest,
  Listening,
  ReceiverServing,
} from './receiver-server.ts'
import { sendAnswer } from './send-answer.ts'

/** Nobody takes longer to send a request; Marketo itself gives up after 30 seconds. */
const SLOWEST_REQUEST_MS = 30_000

/** Serves an endpoint, with TLS where there is a certificate, until it is closed. */
export async function serveReceiver(
  listening: Listening,
  answer: AnswerIncoming,
): Promise<ReceiverServing> {
  const open = new Set<Promise<void>>()
  const listener: RequestListener = (message, response) => {
    const work = serveOne({ message, response }, listening, answer)
    open.add(work)
    void work.finally(() => open.delete(work))
  }
  const made = makeServer(listening, listener)
  if (typeof made === 'string') return { status: 'failed', reason: made }
  const problem = await listen(made, listening)
  if (problem === 'taken') return { status: 'taken' }
  if (problem !== undefined) return { status: 'failed', reason: problem }
  return {
    status: 'open',
    server: { origin: originOf(made, listening), close: (patience) => close(made, open, patience) },
  }
}

/** The server, or why the certificate cannot be used, as a text. */
function makeServer({ tls }: Listening, listener: RequestListener): Server | string {
  const options = { requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_REQUEST_MS }
  if (tls === undefined) return withoutDetails(createServer(options, listener))
  const { certificate: cert, key } = tls
  try {
    return withoutDetails(
      createTlsServer({ ...options, cert, key, minVersion: 'TLSv1.2' }, listener),
    )
  } catch {
    return 'certificate and key cannot be read, or are no pair'
  }
}

interface Unread {
  readonly line: string
  readonly code: string
  readonly message: string
}

const NO_HTTP: Unread = {
  line: '400 Bad Request',
  code: 'not-http',
  message: 'the request is not HTTP',
}

/** By the codes of Node. */
const UNREAD: Readonly<Record<string, Unread>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    line: '408 Request Timeout',
    code: 'too-slow',
    message: 'the request did not come to its end in time',
  },
  HPE_HEADER_OVERFLOW: {
    line: '431 Request Header Fields Too Large',
    code: 'headers-too-large',
    message: 'the headers are too large',
  },
}

/** What cannot be read gets an answer in the same form as anything else, and nothing of it is told. */
function withoutDetails(server: Server): Server {
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    if (!socket.writable) return void socket.destroy()
    const { line, code, message } = UNREAD[error.code ?? ''] ?? NO_HTTP
    const body = JSON.stringify({ status: 'error', code, message })
    const head = `HTTP/1.1 ${line}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`
    socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`)
  })
  server.on('connection', (socket: Socket) => socket.on('error', () => undefined))
  server.on('secureConnection', (socket: Socket) => socket.on('error', () => undefined))
  return server
}

function listen(
  server: Server,
  { port, address }: Listening,
): Promise<'taken' | string | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { readonly code?: string }) => {
      const { code = '' } = error
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve('taken')
      else if (NO_ADDRESS.includes(code)) resolve('this machine has no such address')
      else reject(error)
    })
    server.listen(port, address, () => resolve(undefined))
  })
}

const NO_ADDRESS: readonly string[] = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EAFNOSUPPORT']

function originOf(server: Server, { port, address, tls }: Listening): string {
  const own = server.address()
  const taken = typeof own === 'object' && own !== null ? own.port : port
  const name = address.includes(':') ? `[${address}]` : address
  return `${tls === undefined ? 'http' : 'https'}://${name}:${taken}`
}

interface Arrived {
  readonly message: IncomingMessage
  readonly response: ServerResponse
}

async function serveOne(
  { message, response }: Arrived,
  { mostBytes }: Listening,
  answer: AnswerIncoming,
): Promise<void> {
  response.on('error', () => undefined)
  const incoming = await readIncoming(message, mostBytes)
  if (incoming === undefined) return
  const reply = await answer(incoming)
  if (reply.kind === 'hang' || message.socket.destroyed) return
  if (incoming.isTooLarge) response.shouldKeepAlive = false
  await sendAnswer(reply, response)
  // What was written piece by piece went past the response, and is over.
  if (!response.writableEnded || response.closed) return
  await new Promise<void>((resolve) => response.once('close', resolve))
}

/** Undefined for a caller that goes away before its request is whole: there is nobody to answer. */
async function readIncoming(
  message: IncomingMessage,
  mostBytes: number,
): Promise<IncomingRequest | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of message) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      if (length <= mostBytes) chunks.push(bytes)
      else if (length > mostBytes + MOST_THROWN_AWAY) break
    }
  } catch {
    return undefined
  }
  const isTooLarge = length > mostBytes
  const bytes = isTooLarge ? Buffer.alloc(0) : Buffer.concat(chunks)
  return {
    request: {
      method: message.method ?? '',
      url: message.url ?? '',
      headers: pairsOf(message.rawHeaders),
      body: length === 0 ? undefined : bytes.toString('utf8'),
    },
    bytes,
    isTooLarge,
    sender: message.socket.remoteAddress ?? '',
  }
}

/** A caller hears a refusal only if it may finish sending; so much is read for that, and kept nowhere. */
const MOST_THROWN_AWAY = 16 * 1024 * 1024

function pairsOf(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
  )
}

async function close(
  server: Server,
  open: ReadonlySet<Promise<void>>,
  patience: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timeOver = new AbortController()
  const tooLong = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience)
    timeOver.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  await Promise.race([Promise.allSettled(open), tooLong])
  timeOver.abort()
  server.closeAllConnections()
  await closed
}
