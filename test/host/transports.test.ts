import { createServer, type Server } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import type { Exchange, HttpRequest } from '../../src/emulate/call.ts'
import { nodeHost } from '../../src/host/node-host.ts'

const host = nodeHost()
afterAll(() => host.closeTransport())

const SOON = { milliseconds: 300 }

function post(url: string, body: string): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: [
      ['X-Case', 'Kept'],
      ['content-type', 'text/plain'],
    ],
    body,
  }
}

/** A server that answers every connection with the same bytes; an empty text keeps it waiting. */
async function rawServer(
  answer: string,
  isClosed = true,
): Promise<{ readonly url: string; readonly server: Server; readonly received: () => string }> {
  let received = ''
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      received += data.toString('latin1')
      if (answer !== '') socket.write(answer, 'latin1')
      if (isClosed) socket.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/a?b=%26&c=+`, server, received: () => received }
}

/** Both ways to the world keep to the same law. */
describe.each([
  ['over node:http', host.transport],
  ['over a pool', host.transportTo(['127.0.0.1'])],
])('a transport %s', (_name, send) => {
  async function ask(
    answer: string,
    isClosed = true,
    deadline = SOON,
  ): Promise<{ readonly exchange: Exchange; readonly received: string }> {
    const { url, server, received } = await rawServer(answer, isClosed)
    const exchange = await send(post(url, 'grüße'), deadline)
    server.close()
    return { exchange, received: received() }
  }

  test('the bytes on the wire are those of the request', async () => {
    const { received } = await ask('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    const [head = '', body] = received.split('\r\n\r\n')
    expect(head).toMatch(
      /^POST \/a\?b=%26&c=\+ HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n(?:connection: keep-alive\r\n)?X-Case: Kept\r\ncontent-type: text\/plain\r\n/i,
    )
    expect(head).toContain('X-Case: Kept')
    expect(head).toMatch(/content-length: 7/i)
    expect(head).not.toMatch(/user-agent|accept/i)
    expect(Buffer.from(body ?? '', 'latin1').toString('utf8')).toBe('grüße')
  })

  test('odd and missing reason phrases are kept', async () => {
    const { exchange } = await ask('HTTP/1.1 299 Sort Of\r\nContent-Length: 1\r\n\r\nx')
    expect(exchange).toMatchObject({
      status: 'answered',
      response: { status: 299, reason: 'Sort Of' },
    })
    const bare = await ask('HTTP/1.1 503 \r\nContent-Length: 1\r\n\r\nx')
    expect(bare.exchange).toMatchObject({ response: { status: 503, reason: '' } })
  })

  test('a redirect is not followed, and a packed body is not unpacked', async () => {
    const { exchange } = await ask(
      'HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc',
    )
    expect(exchange).toMatchObject({
      status: 'answered',
      response: { status: 301, body: Buffer.from('abc') },
    })
  })

  test.each([
    ['', false, 'timed-out'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', false, 'timed-out'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', true, 'unreachable'],
    ['', true, 'unreachable'],
    ['nonsense', true, 'unreachable'],
  ])('the answer %j (closed: %s) ends as %s', async (answer, isClosed, status) => {
    expect((await ask(answer, isClosed)).exchange.status).toBe(status)
  })

  test('what cannot be sent is an outcome, not an exception', async () => {
    const illegal = {
      ...post('http://127.0.0.1:9/', 'x'),
      headers: [['X-A', 'a\r\nX-Admin: 1']] as const,
    }
    expect(await send(illegal, SOON)).toMatchObject({ status: 'unreachable' })
    expect(await send(post('http://127.0.0.1:1/', 'x'), SOON)).toMatchObject({
      reason: 'nothing listens there',
    })
    expect(await send(post('nothing', 'x'), SOON)).toMatchObject({ status: 'unreachable' })
  })

  test.each([
    ['HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', /another protocol/],
    ['HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n', /states no valid length|is not HTTP/],
    [
      `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`,
      /headers of the answer are too large/,
    ],
    [`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(10 * 1024 * 1024 + 1)}`, /larger than 10 MiB/],
  ])('an answer that cannot be taken says why: %#', async (answer, reason) => {
    const { exchange } = await ask(answer, true, { milliseconds: 20_000 })
    expect(exchange).toMatchObject({
      status: 'unreachable',
      reason: expect.stringMatching(reason),
    })
  })

  test('an answer of ten mebibytes is still read', async () => {
    const answer = `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(10 * 1024 * 1024)}`
    const { exchange } = await ask(answer, true, { milliseconds: 20_000 })
    expect(exchange.status === 'answered' && exchange.response.body.length).toBe(10 * 1024 * 1024)
  })

  test('an interim answer is not taken for the answer', async () => {
    const { exchange } = await ask(
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
    )
    expect(exchange).toMatchObject({ response: { status: 200, body: Buffer.from('ok') } })
  })
})

test('an interim answer that nobody asked for is read or named', async () => {
  const answer = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'
  const { url, server } = await rawServer(answer)
  expect(await host.transport(post(url, 'x'), SOON)).toMatchObject({ response: { status: 200 } })
  expect(await host.transportTo(['127.0.0.1'])(post(url, 'x'), SOON)).toMatchObject({
    reason: 'it sends an interim answer (100) that nobody asked for',
  })
  server.close()
})
