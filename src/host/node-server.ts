import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createRawServer, type Server, type Socket } from 'node:net'
import type { Conduct, ConnectionFault } from '../emulate/answer.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { sendAnswer } from './send-answer.ts'
import type { HostServer, ServerBehavior } from './server.ts'

/** Serves a behavior on a free port of 127.0.0.1 over real HTTP. */
export async function serveOnLoopback(behavior: ServerBehavior | Conduct): Promise<HostServer> {
  if (typeof behavior === 'function') return listen(httpServer(behavior))
  if (behavior.kind === 'refuse' || behavior.kind === 'never-read') return serveFault(behavior)
  return listen(httpServer(() => behavior))
}

function httpServer(behavior: ServerBehavior): Server {
  return createServer((message, response) => {
    void serveOne(behavior, message, response)
  })
}

/** A paused socket is accepted by the machine and read by nobody. */
async function serveFault({ kind }: ConnectionFault): Promise<HostServer> {
  const server = await listen(createRawServer({ pauseOnConnect: true }))
  if (kind === 'refuse') await server.close()
  return server
}

async function listen(server: Server): Promise<HostServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

async function serveOne(
  behavior: ServerBehavior,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(message)
  if (request !== undefined) await sendAnswer(behavior(request), response)
}

/** Undefined for a caller that goes away before its request is whole: there is nobody to answer. */
async function readRequest(message: IncomingMessage): Promise<HttpRequest | undefined> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of message) chunks.push(Buffer.from(chunk))
  } catch {
    return undefined
  }
  const headers: (readonly [string, string])[] = []
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    headers.push([message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? ''])
  }
  return {
    method: message.method ?? '',
    url: message.url ?? '',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
