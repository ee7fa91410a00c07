import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeCaptures } from '../../../src/capture/decode-captures.ts'
import {
  LEAD_HEADERS,
  leadBody,
  openService,
  SERVED_SECRET,
  type OpenedService,
} from '../../support/opened-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'hookbook-serve-'))
const file = join(folder, 'deep', 'captures.jsonl')
const WORDS = `lead-sync --env sandbox-emea --captures ${file}`
let service: OpenedService

beforeAll(async () => {
  service = await openService(WORDS)
})

afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Sent {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

async function send(
  { path = '/v1/leads', method = 'POST', headers = LEAD_HEADERS, body = leadBody(1) }: Sent,
  { origin }: OpenedService = service,
): Promise<{ readonly status: number; readonly value: Readonly<Record<string, unknown>> }> {
  const hasBody = method !== 'GET'
  const response = await fetch(origin + path, {
    method,
    headers,
    ...(hasBody ? { body } : {}),
  })
  return { status: response.status, value: JSON.parse(await response.text()) }
}

const NO_KEY = { 'Content-Type': 'application/json' }
const WRONG_KEY = { ...NO_KEY, Authorization: 'Bearer something-else' }
const MARKER = 'Jane Marker'

test.each<readonly [string, Sent, number, string]>([
  ['another path', { path: '/v2/leads' }, 404, 'no-such-path'],
  ['another method', { method: 'PUT' }, 405, 'wrong-method'],
  ['no secret', { headers: NO_KEY }, 401, 'secret-missing'],
  ['a wrong secret', { headers: WRONG_KEY }, 401, 'secret-wrong'],
  [
    'another type',
    { headers: { ...LEAD_HEADERS, 'Content-Type': 'text/plain' } },
    415,
    'wrong-content-type',
  ],
  ['a body that is cut off', { body: `{"firstName": "${MARKER}"` }, 400, 'body-unreadable'],
  ['what is no UTF-8', { body: Uint8Array.of(0x7b, 0xff) }, 400, 'body-unreadable'],
  ['an empty body', { body: '' }, 400, 'body-unreadable'],
  ['a member too little', { body: `{"firstName":"${MARKER}"}` }, 422, 'contract-broken'],
  ['a member too much', { body: leadBody(1, { [MARKER]: 1 }) }, 422, 'contract-broken'],
  ['a value of another type', { body: leadBody(1, { score: MARKER }) }, 422, 'contract-broken'],
  ['a body of two megabytes', { body: 'x'.repeat(2 ** 21) }, 413, 'body-too-large'],
])('%s is refused in one flat answer, without a value', async (_what, sent, status, code) => {
  const answer = await send(sent)
  expect(answer.status).toBe(status)
  expect(Object.keys(answer.value)).toEqual(['status', 'code', 'message'])
  expect(answer.value).toMatchObject({ status: 'error', code })
  expect(JSON.stringify(answer.value)).not.toContain(MARKER)
})

test.each([
  ['a charset', { 'Content-Type': 'application/json; charset=utf-8' }],
  ['another case', { 'Content-Type': 'Application/JSON' }],
])('a Content-Type with %s is the same type', async (_what, headers) => {
  expect((await send({ headers: { ...LEAD_HEADERS, ...headers } })).status).toBe(200)
})

test('the same lead gets the same answer, and another one its own', async () => {
  const first = await send({ body: leadBody(20) })
  const again = await send({ body: leadBody(20, { score: 99 }) })
  const other = await send({ body: leadBody(21) })
  expect(first.value).toMatchObject({ status: 'success' })
  expect(again).toEqual(first)
  expect(other.value['externalId']).not.toBe(first.value['externalId'])
})

test('what was answered is answered again after a restart, from the captures', async () => {
  const first = await send({ body: leadBody(30) })
  const second = await openService(WORDS)
  expect(second.stdout()).toContain('calls are known from')
  expect(await send({ body: leadBody(30) }, second)).toEqual(first)
  expect(await second.stop()).toBe(0)
  expect(second.stdout()).toContain('1 request: 0 as agreed, 1 made again')
})

test('what is kept is what was sent, to the byte, and no secret', async () => {
  const body = `${leadBody(40, { lastName: 'Zoë "Z"' })}\r\n`
  await send({
    path: '/v1/leads?from=marketo',
    body,
    headers: { ...LEAD_HEADERS, 'X-Case': 'Kept' },
  })
  const text = readFileSync(file, 'utf8')
  const kept = decodeCaptures(text).calls.find(({ request }) => request.body === body)
  expect(kept?.request.url).toBe('/v1/leads?from=marketo')
  expect(kept?.request.headers).toContainEqual(['Authorization', 'Bearer (secret)'])
  expect(kept?.webhook?.id).toBe('crm-lead-sync')
  expect(kept?.answer?.status).toBe(200)
  expect(text).not.toContain(SERVED_SECRET)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('nothing of a lead and no secret is printed', () => {
  const printed = service.stdout() + service.stderr()
  for (const part of [SERVED_SECRET, MARKER, 'jane@example.com', 'something-else']) {
    expect(printed).not.toContain(part)
  }
  expect(printed).toContain('crm-lead-sync: 401, secret-wrong')
})

test('headers that are too large are answered flat', async () => {
  const headers = { ...LEAD_HEADERS, 'X-Large': 'x'.repeat(20_000) }
  expect((await send({ headers })).value).toMatchObject({
    status: 'error',
    code: 'headers-too-large',
  })
})

test('what is no HTTP is answered flat as well', async () => {
  const { port } = new URL(service.origin)
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('hello\r\n\r\n'))
    let text = ''
    socket.on('data', (data) => (text += data.toString('utf8')))
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('{"status":"error","code":"not-http"')
})

test('a request that came before the end has its answer', async () => {
  const slow = await openService('lead-sync --env sandbox-emea --fault-header')
  const headers = { ...LEAD_HEADERS, 'x-hookbook-fault': 'status-201' }
  const answers = Promise.all(
    Array.from({ length: 40 }, (_, nth) => send({ body: leadBody(50 + nth), headers }, slow)),
  )
  const statuses = (await answers).map(({ status }) => status)
  expect(await slow.stop()).toBe(0)
  expect(new Set(statuses)).toEqual(new Set([201]))
  await expect(send({}, slow)).rejects.toThrow('fetch failed')
})

test('faults are had by nobody who has not asked for them to be', async () => {
  const headers = { ...LEAD_HEADERS, 'x-hookbook-fault': 'status-500' }
  expect((await send({ headers, body: leadBody(60) })).status).toBe(200)
})

test('every third request has the fault, and a fault that does not exist is said to be none', async () => {
  const words = 'lead-sync --env sandbox-emea --fault status-503 --fault-every 3 --fault-header'
  const faulty = await openService(words)
  const statuses: number[] = []
  for (let nth = 1; nth <= 6; nth++) {
    statuses.push((await send({ body: leadBody(nth) }, faulty)).status)
  }
  expect(statuses).toEqual([200, 200, 503, 200, 200, 503])
  const headers = { ...LEAD_HEADERS, 'x-hookbook-fault': 'status-9999' }
  expect((await send({ headers }, faulty)).value['code']).toBe('no-such-fault')
  await faulty.stop()
})

test('where the port of the page is taken, nothing goes on listening', async () => {
  const port = /shown at http:\S+:(\d+)\//.exec(service.stdout())?.[1]
  const words = `lead-sync --env sandbox-emea --page-port ${port}`
  await expect(openService(words)).rejects.toThrow(
    `it ended with 2: hookbook: port ${port} is taken`,
  )
})

test('where the port is taken, that is said', async () => {
  const { port } = new URL(service.origin)
  const words = `lead-sync --env sandbox-emea --port ${port}`
  await expect(openService(words)).rejects.toThrow(`port ${port} is taken, or not for you`)
})

test('an address that this machine has not is said to be none', async () => {
  const words = 'lead-sync --env sandbox-emea --host 203.0.113.7'
  await expect(openService(words)).rejects.toThrow('this machine has no such address')
})
