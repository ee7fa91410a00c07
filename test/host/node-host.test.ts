import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Exchange, HttpRequest } from '../../src/emulate/call.ts'
import { nodeFiles } from '../../src/host/node-files.ts'
import { nodeHost } from '../../src/host/node-host.ts'

const host = nodeHost()
const folder = mkdtempSync(join(tmpdir(), 'hookbook-host-'))

afterAll(() => {
  host.closeTransport()
  rmSync(folder, { recursive: true, force: true })
})

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

async function ask(
  answer: string,
  isClosed = true,
  deadline = SOON,
): Promise<{ readonly exchange: Exchange; readonly received: string }> {
  const { url, server, received } = await rawServer(answer, isClosed)
  const exchange = await host.transport(post(url, 'grüße'), deadline)
  server.close()
  return { exchange, received: received() }
}

test('the bytes on the wire are those of the request', async () => {
  const { received } = await ask('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
  const [head = '', body] = received.split('\r\n\r\n')
  expect(head).toMatch(
    /^POST \/a\?b=%26&c=\+ HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\nX-Case: Kept\r\ncontent-type: text\/plain\r\n/,
  )
  expect(head).toContain('Content-Length: 7')
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
  expect(await host.transport(illegal, SOON)).toMatchObject({ status: 'unreachable' })
  expect(await host.transport(post('http://127.0.0.1:1/', 'x'), SOON)).toMatchObject({
    reason: 'nothing listens there',
  })
  expect(await host.transport(post('nothing', 'x'), SOON)).toMatchObject({ status: 'unreachable' })
})

test.each([
  ['HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'another protocol'],
  ['HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n', 'states no valid length'],
  [
    `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`,
    'headers of the answer are too large',
  ],
  [`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(10 * 1024 * 1024 + 1)}`, 'larger than 10 MiB'],
])('an answer that cannot be taken says why: %#', async (answer, reason) => {
  const { exchange } = await ask(answer, true, { milliseconds: 20_000 })
  expect(exchange).toMatchObject({ status: 'unreachable', reason: expect.stringContaining(reason) })
})

test('an answer of ten mebibytes is still read', async () => {
  const answer = `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(10 * 1024 * 1024)}`
  const { exchange } = await ask(answer, true, { milliseconds: 20_000 })
  expect(exchange.status === 'answered' && exchange.response.body.length).toBe(10 * 1024 * 1024)
})

test('an interim answer is not taken for the answer', async () => {
  const { exchange } = await ask(
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
  )
  expect(exchange).toMatchObject({ response: { status: 200, body: Buffer.from('ok') } })
})

test('the port that a served endpoint listens on is of this machine only, and is free afterwards', async () => {
  const server = await host.serve(() => ({
    kind: 'respond',
    status: 299,
    reason: 'Sort Of',
    headers: [['X-Case', 'Kept']],
    body: 'grüße',
  }))
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const url = `${server.origin}/`
  const exchange = await host.transport(post(url, 'x'), { milliseconds: 5_000 })
  if (exchange.status !== 'answered') throw new Error(exchange.status)
  expect(exchange.response).toMatchObject({ status: 299, reason: 'Sort Of' })
  expect(exchange.response.headers).toContainEqual(['X-Case', 'Kept'])
  expect(new TextDecoder().decode(exchange.response.body)).toBe('grüße')
  await server.close()
  expect((await host.transport(post(url, 'x'), SOON)).status).toBe('unreachable')
})

test('a caller that goes away in the middle of its request does not end the endpoint', async () => {
  const seen: string[] = []
  const server = await host.serve(({ body }) => {
    seen.push(body ?? '')
    return { kind: 'respond', status: 200, reason: 'OK', headers: [], body: 'ok' }
  })
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  await new Promise<void>((resolve) => {
    socket.on('close', () => resolve())
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc', () =>
      socket.destroy(),
    )
  })
  const exchange = await host.transport(post(`${server.origin}/`, 'whole'), { milliseconds: 5_000 })
  expect(exchange.status).toBe('answered')
  expect(seen).toEqual(['whole'])
  await server.close()
})

test('calls that run at the same time do not get in the way of each other', async () => {
  const server = await host.serve(({ body }) => ({
    kind: 'respond',
    status: 200,
    reason: 'OK',
    headers: [],
    body: body ?? '',
  }))
  const bodies = Array.from({ length: 40 }, (_, index) => `body ${index}`)
  const exchanges = await Promise.all(
    bodies.map((body) => host.transport(post(`${server.origin}/`, body), { milliseconds: 5_000 })),
  )
  expect(
    exchanges.map((exchange) =>
      exchange.status === 'answered'
        ? new TextDecoder().decode(exchange.response.body)
        : exchange.status,
    ),
  ).toEqual(bodies)
  await server.close()
})

test('files are listed sorted, folders with a slash, and what is not there is undefined', () => {
  const files = nodeFiles(folder)
  files.writeText('b/c/d.txt', 'x')
  files.writeText('a.txt', 'y')
  expect(files.list('.')).toEqual(['a.txt', 'b/'])
  expect(files.list('b')).toEqual(['c/'])
  expect(files.readText('b/c/d.txt')).toBe('x')
  expect([files.readText('nothing'), files.readText('b'), files.list('nothing')]).toEqual([
    undefined,
    undefined,
    [],
  ])
  files.remove('a.txt')
  files.remove('a.txt')
  expect(files.list('.')).toEqual(['b/'])
})

test('a writer that is killed leaves the old file or the new one, never a half', async () => {
  const target = join(folder, 'killed.txt')
  const size = 4_000_000
  const script = `
    const { sync } = require('write-file-atomic')
    process.stdout.write('ready')
    for (let n = 0; ; n++) sync(${JSON.stringify(target)}, String(n % 10).repeat(${size}))
  `
  writeFileSync(target, 'x'.repeat(size))
  for (let round = 0; round < 5; round++) {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
    await new Promise<void>((resolve) =>
      child.stdout.once('data', () => setTimeout(resolve, 7 + round * 11)),
    )
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    await ended
    const text = readFileSync(target, 'utf8')
    expect(text.length).toBe(size)
    expect(new Set(text).size).toBe(1)
  }
  expect(readdirSync(folder)).toContain('killed.txt')
})
