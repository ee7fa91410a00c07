import { afterAll, expect, test } from 'vitest'
import { answeringInMemory, answeringOverHttp } from '../../src/contract/test-over-http.ts'
import { readExchange } from '../../src/emulate/read-exchange.ts'
import type { Exchange } from '../../src/emulate/call.ts'
import { nodeHost } from '../../src/host/node-host.ts'
import { compileSchema } from '../../src/receiver/json-schema.ts'
import { assumptionNamed } from '../../src/marketo/assumptions/assumptions.ts'
import { FAULTS, faultsOf } from '../../src/receiver/faults.ts'
import { makeReceiver } from '../../src/receiver/make-receiver.ts'
import { sampleResponse } from '../../src/receiver/sample-response.ts'
import { EXAMPLES, exampleWebhook } from '../support/example-programs.ts'

const host = nodeHost()

afterAll(host.closeTransport)

const CASES = EXAMPLES.flatMap(([id, environment]) =>
  faultsOf(exampleWebhook(id, environment)).map(
    (fault) => [fault.id, id, environment, fault] as const,
  ),
)

test.each(CASES)(
  '%s at %s in %s ends as it says, in memory',
  async (_fault, id, environment, fault) => {
    const webhook = exampleWebhook(id, environment)
    const exchange = await answeringInMemory()(fault.conduct(webhook))
    const isUnread = webhook.responseType === 'None' && fault.outcomes.includes('unmappable')
    const expected = isUnread ? ['written'] : fault.outcomes
    expect(expected).toContain(readExchange(webhook, exchange, {}).status)
  },
)

test.concurrent.each(CASES)(
  '%s at %s in %s is the same exchange over real HTTP, but for the time',
  async (_fault, id, environment, fault) => {
    const webhook = exampleWebhook(id, environment)
    const [real, memory] = await Promise.all(
      [answeringOverHttp(webhook, host), answeringInMemory()].map(async (answering) =>
        withoutTime(await answering(fault.conduct(webhook))),
      ),
    )
    expect(real).toEqual(memory)
  },
)

/** Bodies as text, a character for each byte: hosts keep their bytes in different ways. */
function withoutTime(exchange: Exchange): unknown {
  if (exchange.status !== 'answered') return { ...exchange, milliseconds: 0 }
  const { body, ...response } = exchange.response
  return { ...response, body: Buffer.from(body).toString('latin1') }
}

test('every fault that is named is there for one of the examples, and says what it rests on', () => {
  const met = new Set(CASES.map(([id]) => id))
  expect(FAULTS.filter(({ id }) => !met.has(id))).toEqual([])
  const doubtful = FAULTS.flatMap(({ restsOn }) => restsOn ?? [])
  expect(doubtful.filter((id) => assumptionNamed(id) === undefined)).toEqual([])
})

test('fault ids are unique', () => {
  expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length)
})

test.each(EXAMPLES)(
  'a sample answer of %s fits its schema and proves success',
  (id, environment) => {
    const webhook = exampleWebhook(id, environment)
    if (webhook.response === undefined) return
    const schema = compileSchema(webhook.response)
    for (const size of ['usual', 'longest'] as const) {
      expect(schema.status === 'compiled' && schema.check(sampleResponse(webhook, size))).toEqual(
        [],
      )
    }
  },
)

const webhook = exampleWebhook('lead-sync', 'prod-emea')
const GOOD = {
  method: 'POST',
  url: '/v1/leads?trace=1',
  headers: [
    ['content-type', 'Application/JSON; charset=utf-8'],
    ['authorization', 'Bearer x'],
  ],
  body: '{"marketoId":1,"email":"","firstName":"","lastName":"","company":"","score":0,"region":"EMEA","syncedAt":"2026-11-24 09:30:00"}',
} as const

test.each([
  ['the request of the contract', GOOD, 200],
  ['another path', { ...GOOD, url: '/v1/lead' }, 404],
  [
    'another type',
    {
      ...GOOD,
      headers: [
        ['Content-Type', 'text/plain'],
        ['Authorization', 'Bearer x'],
      ],
    },
    415,
  ],
  ['another method', { ...GOOD, method: 'PUT' }, 405],
  ['a missing secret', { ...GOOD, headers: [['Content-Type', 'application/json']] }, 401],
  ['a body that is not JSON', { ...GOOD, body: '{' }, 400],
  ['a key twice', { ...GOOD, body: '{"email":"","email":""}' }, 400],
  ['a body that the schema refuses', { ...GOOD, body: '{}' }, 422],
] as const)('the embedded endpoint answers %s', (_name, request, status) => {
  expect(makeReceiver(webhook)(request)).toMatchObject({ kind: 'respond', status })
})

test('a refusal says what is wrong, in the format that Marketo reads', () => {
  const answer = makeReceiver(webhook)({
    ...GOOD,
    body: GOOD.body.replace('"score":0', '"score":"0"'),
  })
  expect(answer.kind === 'respond' && JSON.parse(String(answer.body))).toEqual({
    error: { status: 'error', message: '/score must be integer' },
  })
  const legacy = exampleWebhook('lead-sync-legacy', 'prod-consumer')
  const refused = makeReceiver(legacy)({ ...GOOD, method: 'PUT', url: '/servlet/lead' })
  expect(refused.kind === 'respond' && refused.body).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><error><status>error</status><message>POST is expected</message></error>',
  )
})

test('a path that leads decide on is not checked', () => {
  const [first] = webhook.url.parts
  const [token] = webhook.template?.parts.filter(({ kind }) => kind === 'token') ?? []
  if (first?.kind !== 'text' || token === undefined) throw new Error('no such webhook')
  const url = { ...webhook.url, parts: [{ ...first, text: `${first.text}/` }, token] }
  expect(makeReceiver({ ...webhook, url })({ ...GOOD, url: '/elsewhere' })).toMatchObject({
    status: 200,
  })
  const parts = [{ ...first, text: `${first.text}?id=` }, token]
  const query = { ...webhook, url: { ...webhook.url, parts } }
  expect(makeReceiver(query)({ ...GOOD, url: '/elsewhere' })).toMatchObject({ status: 404 })
})

test('a schema that is none is told, not thrown', () => {
  const at = { file: 'x', start: 0, end: 0 }
  expect(compileSchema({ at, path: 'x', schema: { type: 'strang' }, referenced: {} }).status).toBe(
    'invalid',
  )
})

test('a schema may refer to another file', () => {
  const at = { file: 'x', start: 0, end: 0 }
  const schema = compileSchema({
    at,
    path: 'schemas/a.json',
    schema: { properties: { b: { $ref: './b.json#/definitions/b' } } },
    referenced: { 'schemas/b.json': { definitions: { b: { type: 'integer' } } } },
  })
  expect(schema.status === 'compiled' && schema.check({ b: 'x' })).toEqual([
    { path: '/b', keyword: 'type', message: 'must be integer' },
  ])
  expect(schema.status === 'compiled' && schema.check({ b: 1 })).toEqual([])
})
