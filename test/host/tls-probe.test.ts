import { createServer as createPlainServer, type AddressInfo, type Server } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { nodeHost } from '../../src/host/node-host.ts'
import type { TlsProbe } from '../../src/host/tls-probe.ts'
import { selfSigned, type SignedFor } from '../support/self-signed.ts'

const DAY_MS = 86_400_000
const host = nodeHost()
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

test('a handshake shows version, hosts and times, and sends nothing', async () => {
  let received = 0
  const server = createServer(pemOf({}), (socket) => {
    socket.on('data', (bytes) => (received += bytes.length))
    socket.on('error', () => undefined)
  })
  const probe = await probed(server)
  expect(probe).toMatchObject({
    status: 'open',
    protocol: 'TLSv1.3',
    certificate: {
      names: ['localhost', '127.0.0.1'],
      isForHost: true,
      distrust: 'it is self-signed',
    },
  })
  expect(received).toBe(0)
})

test('a certificate that has expired is read, and its time is not taken for distrust', async () => {
  const probe = await probed(server({ from: -3 * DAY_MS, to: -DAY_MS }))
  if (probe.status !== 'open') throw new Error(probe.reason)
  expect(probe.certificate.validTo).toBeLessThan(Date.now())
  expect(probe.certificate.validTo).toBeGreaterThan(Date.now() - 2 * DAY_MS)
})

test('a certificate of another host is told, and its twin is not', async () => {
  expect(await probed(server({ name: 'elsewhere.example.com' }), 'localhost')).toMatchObject({
    certificate: { isForHost: false, names: ['elsewhere.example.com', '127.0.0.1'] },
  })
  expect(await probed(server({ name: 'crm.example.com' }), 'crm.example.com')).toMatchObject({
    certificate: { isForHost: true },
  })
})

test('an endpoint that speaks nothing newer than TLS 1.1 is told by that', async () => {
  const old = {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  } as const
  expect(await probed(server({}, old))).toMatchObject({ status: 'open', protocol: 'TLSv1.1' })
})

test('what does not speak TLS, hangs up or does not listen is a failure with its reason', async () => {
  const plain = createPlainServer((socket) => {
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  expect(await probed(plain)).toMatchObject({ status: 'failed' })
  const shut = createPlainServer((socket) => socket.destroy())
  expect(await probed(shut)).toMatchObject({
    status: 'failed',
    reason: 'the connection was closed',
  })
  const target = { hostName: 'localhost', address: '127.0.0.1', port: 1 }
  expect(await host.probeTls(target)).toMatchObject({
    status: 'failed',
    reason: 'nothing listens there',
  })
})

function server(signed: SignedFor, options: TlsOptions = {}): Server {
  return createServer({ ...pemOf(signed), ...options }, (socket) => {
    socket.on('error', () => undefined)
  })
}

function pemOf(signed: SignedFor): Pick<TlsOptions, 'cert' | 'key'> {
  const { certificate, key } = selfSigned(signed)
  return { cert: certificate, key }
}

async function probed(listening: Server, hostName = 'localhost'): Promise<TlsProbe> {
  servers.push(listening)
  listening.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', () => resolve())
  })
  // A server that listens on a port has an address with one.
  const { port } = listening.address() as AddressInfo
  return host.probeTls({ hostName, address: '127.0.0.1', port })
}
