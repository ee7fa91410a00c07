import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { judgeTls } from '../../src/cli/doctor/judge-tls.ts'
import { preflight } from '../../src/cli/doctor/preflight.ts'
import type { Exchange, HttpRequest } from '../../src/emulate/call.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'
import { nodeHost } from '../../src/host/node-host.ts'
import type { CertificateFacts, TlsProbe } from '../../src/host/tls-probe.ts'
import { repositoryFiles } from '../support/repository-files.ts'
import { selfSigned } from '../support/self-signed.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 26)
const SOUND: CertificateFacts = {
  validFrom: NOW - DAY_MS,
  validTo: NOW + 60 * DAY_MS,
  names: ['crm.example.com'],
  isForHost: true,
  distrust: undefined,
}

test.each<[string, Partial<CertificateFacts>, string, string]>([
  ['TLSv1.3', {}, 'ok ok', 'until 2027-01-25, 60 days from now'],
  ['TLSv1.2', {}, 'ok ok', 'TLSv1.2, in 12 ms'],
  ['TLSv1.1', {}, 'fails ok', 'nothing newer than TLSv1.1'],
  ['TLSv1.3', { validTo: NOW + 15 * DAY_MS }, 'ok ok', '15 days'],
  ['TLSv1.3', { validTo: NOW + 13 * DAY_MS }, 'ok doubt', 'it should have been renewed'],
  ['TLSv1.3', { validTo: NOW - 1 }, 'ok fails', 'it expired on 2026-11-25'],
  ['TLSv1.3', { validFrom: NOW + DAY_MS }, 'ok fails', 'it is not valid before 2026-11-27'],
  [
    'TLSv1.3',
    { isForHost: false, names: ['a.example.com'] },
    'ok fails',
    'it is for a.example.com, not for crm.example.com',
  ],
  ['TLSv1.3', { distrust: 'it is self-signed' }, 'ok fails', 'it is self-signed'],
])('a handshake with %s and %j is %s', (protocol, facts, levels, words) => {
  const certificate = { ...SOUND, ...facts }
  const probe: TlsProbe = { status: 'open', protocol, certificate, milliseconds: 12 }
  const found = judgeTls(probe, 'crm.example.com', NOW)
  expect(found.map(({ level }) => level).join(' ')).toBe(levels)
  expect(found.map(({ detail }) => detail).join('\n')).toContain(words)
})

test.each<[number, number | undefined, string, string]>([
  [401, 204, 'ok', 'the secret is accepted'],
  [403, 404, 'ok', 'the secret is accepted'],
  [401, 401, 'doubt', 'the secret is refused, or OPTIONS is'],
  [204, 401, 'fails', 'the secret is refused'],
  [405, 405, 'ok', 'nothing is said of the secret'],
  [200, 503, 'fails', '503'],
  [200, undefined, 'ok', 'OPTIONS is answered with 200'],
  [401, undefined, 'ok', 'OPTIONS is answered with 401'],
  [502, undefined, 'fails', '502'],
])(
  'OPTIONS is answered with %s without the secret, %s with it: %s',
  async (without, withSecret, level, words) => {
    const bare = request([])
    const proving = withSecret === undefined ? undefined : request([['Authorization', 'x']])
    const health = await preflight({ bare, proving }, ({ headers }) =>
      Promise.resolve(answered(headers.length === 0 ? without : (withSecret ?? 0))),
    )
    expect(health.level).toBe(level)
    expect(health.detail).toContain(words)
  },
)

const SECRET = 's3cret-value'
const DEFINITION = 'programs/lead-sync/program.yaml'

test('the secret is asked about without being shown, and OPTIONS alone is sent', async () => {
  const seen: string[] = []
  const { code, out } = await doctor(['doctor', '--env', 'sandbox-emea'], (call) => {
    seen.push(call.method)
    const isProving = call.headers.some(([, value]) => value === `Bearer ${SECRET}`)
    return isProving ? 204 : 401
  })
  expect(seen).toEqual(['OPTIONS', 'OPTIONS'])
  expect(code).toBe(0)
  expect(out).toContain('the secret is accepted')
  expect(out).toContain('DOUBT    TLS: there is none')
  expect(out).toContain('is not documented')
  expect(out).not.toContain(SECRET)
})

test('--send makes the call of the lead, and says what Marketo would write', async () => {
  const methods: string[] = []
  const { code, out } = await doctor(['doctor', '--env', 'sandbox-emea', '--send'], (call) => {
    methods.push(call.method)
    return call.method === 'OPTIONS' ? 405 : 400
  })
  expect(methods).toEqual(['OPTIONS', 'OPTIONS', 'POST'])
  expect(code).toBe(4)
  expect(out).toContain('FAILS    call: the endpoint answered with status 400')
})

test('a secret that is not set here is a doubt, and the rest is looked at', async () => {
  const { code, out } = await doctor(['doctor', '--env', 'sandbox-emea'], () => 200, {})
  expect(code).toBe(0)
  expect(out).toContain('"crm-sync-key" is read from CRM_SYNC_KEY_SANDBOX, which is not set here')
  expect(out).toContain('OPTIONS is answered with 200')
})

test('an endpoint that nobody allowed to call is left alone', async () => {
  const host = memoryHost({ files: repositoryFiles() })
  expect(await main(['doctor', '--env', 'prod-emea'], host)).toBe(5)
  expect(host.output().stdout).toContain(
    '"crm-gateway.example.com" is not called: the project does not allow it',
  )
})

test('a name that leads nowhere, and a certificate that is wrong, end with 4', async () => {
  const words = [
    'doctor',
    '--env',
    'prod-emea',
    '--webhook',
    'crm-lead-sync',
    '--allow-host',
    'crm-gateway.example.com',
  ]
  const nowhere = memoryHost({ files: repositoryFiles() })
  expect(await main(words, nowhere)).toBe(4)
  expect(nowhere.output().stdout).toContain(
    'there is no host of the name "crm-gateway.example.com"',
  )
  const certificate = { ...SOUND, validTo: NOW - DAY_MS }
  const late = memoryHost({
    files: repositoryFiles(),
    now: NOW,
    addresses: { 'crm-gateway.example.com': ['192.0.2.1'].map(() => '93.184.216.34') },
    handshakes: {
      'crm-gateway.example.com': {
        status: 'open',
        protocol: 'TLSv1.3',
        certificate,
        milliseconds: 9,
      },
    },
  })
  expect(await main([...words, '--format', 'json'], late)).toBe(4)
  const { webhooks } = JSON.parse(late.output().stdout)
  expect(webhooks[0].found.at(-1)).toEqual({
    level: 'fails',
    title: 'certificate',
    detail: 'it expired on 2026-11-25',
  })
})

test('over a real socket a certificate of its own is read, refused, and nothing is sent', async () => {
  const { certificate, key } = selfSigned()
  let requests = 0
  const server = createSecureServer({ cert: certificate, key }, (_, response) => {
    requests++
    response.end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const host = {
    ...memoryHost({ files: filesWith(`https://localhost:${port}/v1/leads`) }),
    ...realNetwork(),
  }
  expect(await main(['doctor', '--env', 'sandbox-emea', '--webhook', 'crm-lead-sync'], host)).toBe(
    4,
  )
  expect(host.output().stdout).toContain('FAILS    certificate: it is self-signed')
  expect(requests).toBe(0)
  server.close()
})

test.each([
  [
    ['doctor', '--env', 'sandbox-emae'],
    'there is no environment "sandbox-emae"; did you mean "sandbox-emea"?',
  ],
  [['doctor', '--send'], 'endpoints are looked at with --env <id>'],
  [['doctor', '--env', 'prod-emea', '--webhook', 'crm-led-sync'], 'did you mean "crm-lead-sync"?'],
  [['doctor', '--env', 'prod-emea', '--lead', 'plan'], 'did you mean "plain"?'],
])('%j is wrong use', async (words, said) => {
  const host = memoryHost({ files: repositoryFiles() })
  expect(await main(words, host)).toBe(2)
  expect(host.output().stderr).toContain(said)
})

function request(headers: HttpRequest['headers']): HttpRequest {
  return { method: 'OPTIONS', url: 'https://crm.example.com/', headers, body: undefined }
}

function answered(status: number): Exchange {
  const response = { status, reason: '', headers: [], body: new Uint8Array() }
  return { status: 'answered', response, milliseconds: 5 }
}

function filesWith(url: string): Readonly<Record<string, string>> {
  const files = repositoryFiles()
  const text = (files[DEFINITION] ?? '').replace('https://${crmHost}/v1/leads', url)
  return { ...files, [DEFINITION]: text }
}

function realNetwork(): Pick<MemoryHost, 'resolve' | 'probeTls' | 'now'> {
  const { probeTls, now } = nodeHost()
  return { resolve: () => Promise.resolve(['127.0.0.1']), probeTls, now }
}

async function doctor(
  words: readonly string[],
  statusOf: (call: Pick<HttpRequest, 'method' | 'headers'>) => number,
  environment: Readonly<Record<string, string>> = { CRM_SYNC_KEY_SANDBOX: SECRET },
): Promise<{ readonly code: number; readonly out: string }> {
  const files = filesWith('http://127.0.0.1:40000/v1/leads')
  const host = memoryHost({ files, environment })
  await host.serve((call) => ({
    kind: 'respond',
    status: statusOf(call),
    reason: '',
    headers: [],
    body: '{}',
  }))
  const code = await main([...words, '--webhook', 'crm-lead-sync'], host)
  return { code, out: host.output().stdout + host.output().stderr }
}
