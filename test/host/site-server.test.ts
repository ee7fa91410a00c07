import { expect, test } from 'vitest'
import { nodeHost } from '../../src/host/node-host.ts'
import type { SiteReply, SiteServer } from '../../src/host/site-server.ts'

const host = nodeHost()

const HELLO: SiteReply = {
  kind: 'whole',
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body: 'grüße',
}

async function open(port: number, reply: () => SiteReply): Promise<SiteServer> {
  const serving = await host.serveSite(port, reply)
  if (serving.status !== 'open') throw new Error(serving.status)
  return serving.server
}

test('a site is served on this machine only, and its port is free afterwards', async () => {
  const server = await open(0, () => HELLO)
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+$/)
  const response = await fetch(server.origin)
  expect(await response.text()).toBe('grüße')
  const port = Number(new URL(server.origin).port)
  expect(await host.serveSite(port, () => HELLO)).toEqual({ status: 'taken' })
  await server.close()
  const again = await open(port, () => HELLO)
  expect(again.origin).toBe(server.origin)
  await again.close()
})

test('pages that listen are told events, and do not keep the server from ending', async () => {
  const server = await open(0, () => ({ kind: 'events', first: { name: 'build', data: 'a' } }))
  const response = await fetch(server.origin)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('event: build\ndata: a\n\n')
  server.push({ name: 'build', data: 'b' })
  expect((await reader?.read())?.value).toBe('event: build\ndata: b\n\n')
  await server.close()
  await expect(reader?.read()).rejects.toThrow()
})
