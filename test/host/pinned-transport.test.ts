import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { nodeHost } from '../../src/host/node-host.ts'

const host = nodeHost()
afterAll(() => host.closeTransport())

const SOON = { milliseconds: 2_000 }

function get(url: string): HttpRequest {
  return { method: 'GET', url, headers: [], body: undefined }
}

test('a name is resolved to addresses, and an unknown one to none', async () => {
  const addresses = await host.resolve('localhost')
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.every((address) => /^(?:127\.|::1$)/.test(address))).toBe(true)
  expect(await host.resolve('nothing.invalid')).toEqual([])
})

test('a pinned transport goes where it is told, whatever the name resolves to', async () => {
  const seen: string[] = []
  const server = await host.serve(({ headers }) => {
    seen.push(headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? '')
    return { kind: 'respond', status: 200, reason: 'OK', headers: [], body: 'ok' }
  })
  const { port } = new URL(server.origin)
  const pinned = host.transportTo(['127.0.0.1'])
  const exchange = await pinned(get(`http://crm.invalid:${port}/`), SOON)
  expect(exchange).toMatchObject({ status: 'answered', response: { status: 200 } })
  expect(seen).toEqual([`crm.invalid:${port}`])
  expect(await host.transportTo([])(get(`http://crm.invalid:${port}/`), SOON)).toMatchObject({
    reason: 'there is no host of that name',
  })
  await server.close()
})

test('a signal gives a call up that would still wait', async () => {
  const server = await host.serve(() => ({ kind: 'hang' }))
  const stop = new AbortController()
  const started = performance.now()
  const exchange = host.transport(get(`${server.origin}/`), {
    milliseconds: 30_000,
    signal: stop.signal,
  })
  stop.abort()
  expect((await exchange).status).toBe('timed-out')
  const later = await host.transport(get(`${server.origin}/`), {
    milliseconds: 30_000,
    signal: stop.signal,
  })
  expect(later.status).toBe('timed-out')
  expect(performance.now() - started).toBeLessThan(5_000)
  await server.close()
})

test('a kept connection that the endpoint closed meanwhile is no failed call', async () => {
  let connections = 0
  let requests = 0
  const server = createServer((socket) => {
    connections += 1
    let own = 0
    socket.on('error', () => undefined)
    socket.on('data', () => {
      requests += 1
      own += 1
      if (own === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      else socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  for (let nth = 0; nth < 4; nth++) {
    expect(await host.transport(get(url), SOON)).toMatchObject({ response: { status: 200 } })
  }
  expect(connections).toBeGreaterThan(1)
  expect(requests).toBeGreaterThan(4)
  server.close()
})

test('an endpoint that closes every connection is still unreachable', async () => {
  let requests = 0
  const server = await host.serve(() => {
    requests += 1
    return requests === 1
      ? { kind: 'respond', status: 200, reason: 'OK', headers: [], body: 'ok' }
      : { kind: 'reset' }
  })
  expect((await host.transport(get(`${server.origin}/`), SOON)).status).toBe('answered')
  expect(await host.transport(get(`${server.origin}/`), SOON)).toMatchObject({
    status: 'unreachable',
    reason: 'the connection was closed',
  })
  await server.close()
})
