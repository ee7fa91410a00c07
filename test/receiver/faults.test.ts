import { expect, test } from 'vitest'
import { parsePath } from '../../src/marketo/response-types/parse-path.ts'
import type { CompiledWebhook } from '../../src/compile/compiled-program.ts'
import { provesSuccess, readExchange, readOnce } from '../../src/emulate/read-exchange.ts'
import type { Exchange } from '../../src/emulate/call.ts'
import { exchangeOf } from '../../src/emulate/exchange-of.ts'
import { LIMITS } from '../../src/marketo/limits.ts'
import { FAULTS } from '../../src/receiver/faults.ts'
import { makeReceiver } from '../../src/receiver/make-receiver.ts'
import { exampleWebhook } from '../support/example-programs.ts'

const json = exampleWebhook('lead-sync', 'prod-emea')
const xml = exampleWebhook('lead-sync-legacy', 'prod-consumer')
const silent: CompiledWebhook = { ...json, responseType: 'None', mappings: [] }

/** Within Marketo's wait, on the virtual clock. */
function exchangeWith(webhook: CompiledWebhook, id: string): Exchange {
  const fault = FAULTS.find((candidate) => candidate.id === id)
  if (fault === undefined) throw new Error(`there is no fault ${id}`)
  return exchangeOf(fault.conduct(webhook), { milliseconds: LIMITS.timeoutMilliseconds })
}

test.each(['malformed-body', 'truncated-body', 'html-instead'])(
  '%s is unmappable where the answer is read, and does not matter where it is not',
  (id) => {
    for (const webhook of [json, xml]) {
      expect(readExchange(webhook, exchangeWith(webhook, id), {}).status).toBe('unmappable')
    }
    expect(readExchange(silent, exchangeWith(silent, id), {}).status).toBe('written')
  },
)

test.each(FAULTS.map(({ id, isSuccess }) => [id, isSuccess] as const))(
  '%s proves success where it is read: %s',
  (id, isSuccess) => {
    // A fault that spoils mapped values spoils success too where success is read from one of them.
    const elsewhere = { ...json, mappings: json.mappings.slice(1) }
    const reading = readOnce(elsewhere, exchangeWith(elsewhere, id), {})
    const isRead = reading.outcome.status === 'written'
    expect(provesSuccess(elsewhere, reading)).toBe(isRead && isSuccess)
  },
)

test('an overloaded endpoint says when to come again, and a moved one where to', () => {
  const headersOf = (id: string): readonly string[] => {
    const exchange = exchangeWith(json, id)
    return exchange.status === 'answered' ? exchange.response.headers.map(([name]) => name) : []
  }
  expect(headersOf('status-429')).toContain('Retry-After')
  expect(headersOf('status-301')).toContain('Location')
  expect(headersOf('status-500')).toEqual(['Content-Type', 'Content-Length'])
  expect(headersOf('retry-after-missing')).not.toContain('Retry-After')
})

/** The first mapping and the success condition behind a list position. */
function behindList(webhook: CompiledWebhook): CompiledWebhook {
  const reading = parsePath('results[0].id')
  const [mapping] = webhook.mappings
  const { success } = webhook
  if (reading.status !== 'path' || mapping === undefined || success === undefined) {
    throw new Error('no such webhook')
  }
  return {
    ...webhook,
    response: undefined,
    mappings: [{ ...mapping, segments: reading.segments }],
    success: { ...success, path: { ...success.path, value: 'results[0].status' } },
  }
}

test('values behind a list position are sampled, and spoiled like any other', () => {
  const webhook = behindList(json)
  const sample = makeReceiver({ ...webhook, template: undefined, headers: [] })({
    method: 'POST',
    url: '/v1/leads',
    headers: [],
    body: '',
  })
  expect(sample.kind === 'respond' && JSON.parse(String(sample.body))).toEqual({
    results: [{ id: 'sample', status: 'success' }],
  })
  const outcome = readExchange(webhook, exchangeWith(webhook, 'null-values'), {})
  expect(outcome.status === 'written' && outcome.updates[0]?.result.status).toBe('unspecified')
  const isProvenBy = (id: string): boolean | undefined =>
    provesSuccess(webhook, readOnce(webhook, exchangeWith(webhook, id), {}))
  expect(isProvenBy('refusal-in-200')).toBe(false)
  expect(isProvenBy('null-values')).toBe(true)
})

test.each(FAULTS.map((fault) => [fault.id, fault] as const))(
  '%s answers the same bytes every time',
  (_id, fault) => {
    for (const webhook of [json, xml])
      expect(fault.conduct(webhook)).toEqual(fault.conduct(webhook))
  },
)
