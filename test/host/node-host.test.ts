import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { HttpRequest } from '../../src/emulate/call.ts'
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
