import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { SiteEvent, SiteReply, SiteRequest, SiteServing } from './site-server.ts'

type Reply = (request: SiteRequest) => SiteReply

/** Serves pages on this machine only, over real HTTP. */
export async function serveSiteOnLoopback(port: number, reply: Reply): Promise<SiteServing> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((message, response) => {
    message.resume()
    answer(reply(requestOf(message)), response, listeners)
  })
  if (!(await hasPort(server, port))) return { status: 'taken' }
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return {
    status: 'open',
    server: {
      origin: `http://127.0.0.1:${taken}`,
      push: (event) => {
        for (const listener of listeners) listener.write(eventText(event))
      },
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    },
  }
}

function hasPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
}

function requestOf({ method = '', url = '', headers }: IncomingMessage): SiteRequest {
  return { method, target: url, host: headers.host ?? '' }
}

function answer(reply: SiteReply, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.on('error', () => undefined)
  if (reply.kind === 'whole') {
    response.writeHead(reply.status, reply.headers)
    response.end(reply.body)
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(eventText(reply.first))
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

function eventText({ name, data }: SiteEvent): string {
  return `event: ${name}\ndata: ${data}\n\n`
}
