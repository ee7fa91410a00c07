import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpRequest } from '../emulate/call.ts'
import type { HostServer, ServerAnswer, ServerBehavior } from './server.ts'

/** Serves a behavior on a free port of 127.0.0.1 over real HTTP. */
export async function serveOnLoopback(behavior: ServerBehavior): Promise<HostServer> {
  const sockets = new Set<Socket>()
  const server = createServer((message, response) => {
    void serveOne(behavior, message, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
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
  if (request !== undefined) send(behavior(request), response)
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

function send(answer: ServerAnswer, response: ServerResponse): void {
  switch (answer.kind) {
    case 'hang':
      return
    case 'reset':
      response.socket?.destroy()
      return
    case 'respond': {
      const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body
      const headers = answer.headers.flatMap(([name, value]) => [name, value])
      const length = answer.status === 204 ? [] : ['Content-Length', String(body.length)]
      response.writeHead(answer.status, answer.reason, [...headers, ...length])
      response.end(answer.status === 204 ? undefined : body)
    }
  }
}
