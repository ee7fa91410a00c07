import { expect, test } from 'vitest'
import type { Answer } from '../../src/emulate/answer.ts'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { nodeHost } from '../../src/host/node-host.ts'

const LIMIT = { milliseconds: 30_000 }

function post(url: string): HttpRequest {
  return { method: 'POST', url, headers: [['X-Case', 'Kept']], body: 'grüße' }
}

const OK: Answer = { kind: 'respond', status: 200, reason: 'OK', headers: [], body: 'ok' }

test('a served endpoint sees the same request in memory as over HTTP', async () => {
  const seen: HttpRequest[] = []
  const behavior = (request: HttpRequest): Answer => {
    seen.push(request)
    return OK
  }
  for (const host of [memoryHost(), nodeHost()]) {
    const server = await host.serve(behavior)
    await host.transport(post(`${server.origin}/a/../b?c=%26#part`), LIMIT)
    await server.close()
    host.closeTransport()
  }
  const [memory, real] = seen.map(({ headers, ...rest }) => ({
    ...rest,
    names: headers.map(([name]) => name).filter((name) => name !== 'Connection'),
  }))
  expect(memory).toEqual({
    method: 'POST',
    url: '/a/../b?c=%26',
    body: 'grüße',
    names: ['Host', 'X-Case', 'Content-Length'],
  })
  expect(real).toEqual(memory)
})

test('an endpoint that never answers costs the deadline, and no time', async () => {
  const host = memoryHost()
  const { origin } = await host.serve(() => ({ kind: 'hang' }))
  expect(await host.transport(post(origin), LIMIT)).toEqual({
    status: 'timed-out',
    milliseconds: 30_000,
  })
  expect(host.now()).toBe(30_000)
})

test('a closed endpoint and a closed connection are unreachable', async () => {
  const host = memoryHost()
  const server = await host.serve(() => ({ kind: 'reset' }))
  expect(await host.transport(post(server.origin), LIMIT)).toMatchObject({
    status: 'unreachable',
    reason: 'the connection was closed',
  })
  await server.close()
  expect(await host.transport(post(server.origin), LIMIT)).toMatchObject({
    status: 'unreachable',
    reason: 'nothing listens there',
  })
})

test('what no client could send is not sent in memory either', async () => {
  const host = memoryHost()
  const { origin } = await host.serve(() => OK)
  const illegal = { ...post(origin), headers: [['X-A', 'a\nb']] as const }
  expect(await host.transport(illegal, LIMIT)).toMatchObject({ status: 'unreachable' })
  expect(await host.transport(post(origin), LIMIT)).toMatchObject({ status: 'answered' })
})

test('what was written is read and listed as on a disk', () => {
  const { files, written } = memoryHost({ files: { 'b/c.txt': 'c', '.hidden': 'h' } })
  files.writeText('a.txt', 'a')
  expect(files.list('.')).toEqual(['a.txt', 'b/'])
  expect(files.list('b')).toEqual(['c.txt'])
  expect(files.list('nothing')).toEqual([])
  files.remove('b/c.txt')
  expect(files.readText('b/c.txt')).toBeUndefined()
  expect(written()).toEqual({ '.hidden': 'h', 'a.txt': 'a' })
})

test('streams keep what is printed, each its own', () => {
  const host = memoryHost()
  host.stdout.write('a')
  host.stderr.write('b')
  host.stdout.write('c')
  expect(host.output()).toEqual({ stdout: 'ac', stderr: 'b' })
})
