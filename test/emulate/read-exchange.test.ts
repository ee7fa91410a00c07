import { expect, test } from 'vitest'
import { callWebhook, isCall } from '../../src/emulate/call-webhook.ts'
import type { Exchange } from '../../src/emulate/call.ts'
import { provesSuccess, readExchange, readOnce } from '../../src/emulate/read-exchange.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { exampleWebhook } from '../support/example-programs.ts'

const json = exampleWebhook('lead-sync', 'prod-emea')
const xml = exampleWebhook('lead-sync-legacy', 'prod-consumer')

function answered(status: number, body: string, reason = 'OK'): Exchange {
  return {
    status: 'answered',
    response: { status, reason, headers: [], body: new TextEncoder().encode(body) },
    milliseconds: 5,
  }
}

function written(webhook: typeof json, body: string): unknown {
  const outcome = readExchange(webhook, answered(200, body), {})
  if (outcome.status !== 'written') return outcome.status
  return Object.fromEntries(
    outcome.updates.map(({ mapping, result }) => [
      mapping.field?.displayName,
      result.status === 'written' ? result.value : result.status,
    ]),
  )
}

test.each([
  ['{"status":"success","externalId":"42"}', { 'Sync Status': 'success', 'CRM Lead Id': '42' }],
  ['{"status":"success"}', { 'Sync Status': 'success', 'CRM Lead Id': 'unspecified' }],
  [
    '{"status":null,"externalId":""}',
    { 'Sync Status': 'unspecified', 'CRM Lead Id': 'unspecified' },
  ],
  [
    '{"status":["success"],"externalId":7}',
    { 'Sync Status': 'not-written', 'CRM Lead Id': 'unspecified' },
  ],
  ['[]', { 'Sync Status': 'unspecified', 'CRM Lead Id': 'unspecified' }],
  ['{"status":', 'unmappable'],
  ['<html></html>', 'unmappable'],
  ['', 'empty-body'],
])('the JSON answer %s', (body, expected) => {
  expect(written(json, body)).toEqual(expected)
})

test.each([
  [
    '<leadResult><status>stored</status><number>7</number></leadResult>',
    { 'Legacy CRM Status': 'stored', 'Legacy CRM Number': '7' },
  ],
  [
    '<leadResult><status>stored</status><status>x</status></leadResult>',
    { 'Legacy CRM Status': 'not-written', 'Legacy CRM Number': 'unspecified' },
  ],
  ['{"leadResult":{}}', 'unmappable'],
])('the XML answer %s', (body, expected) => {
  expect(written(xml, body)).toEqual(expected)
})

test.each([199, 204, 301, 400, 500, 503])('status %i writes nothing', (status) => {
  const outcome = readExchange(
    json,
    answered(status, status === 204 ? '' : '{"status":"success","externalId":"1"}'),
    {},
  )
  expect(outcome.status).toBe(status === 204 ? 'empty-body' : 'refused')
})

test('a pinned assumption settles what would be unspecified', () => {
  const outcome = readExchange(json, answered(200, '{"status":null,"externalId":7}'), {
    'mapping-null': 'clears-field',
    'mapping-coerce': 'coerced',
  })
  expect(outcome.status === 'written' && outcome.updates.map(({ result }) => result)).toEqual([
    { status: 'written', value: null },
    { status: 'written', value: '7' },
  ])
})

test.each([
  ['{"status":"success"}', 200, true],
  ['{"status":"error"}', 200, false],
  ['{"status":["success"]}', 200, false],
  ['{"status":{"toString":"success"}}', 200, false],
  ['["success"]', 200, false],
  ['', 200, false],
  ['{"status":"success"}', 500, false],
  ['{}', 200, false],
])('the answer %s with status %i proves success: %s', (body, status, expected) => {
  const reading = readOnce(json, answered(status, body), {})
  expect(provesSuccess(json, reading)).toBe(expected)
})

test('a batch campaign sends nothing and records 1000', async () => {
  let calls = 0
  const transport = (): Promise<Exchange> => {
    calls += 1
    return Promise.resolve(answered(200, '{}'))
  }
  const options = { assumptions: usualAssumptions(), pinned: {}, secretOf: () => 'x', transport }
  const batch = await callWebhook(json, new Map(), { ...options, mode: 'batch' })
  expect(isCall(batch) && batch.activity).toMatchObject({ activityTypeId: 110, errorType: '1000' })
  expect(calls).toBe(0)
  const trigger = await callWebhook(json, new Map(), { ...options, mode: 'trigger' })
  expect(isCall(trigger) && trigger.outcome.status).toBe('written')
  expect(calls).toBe(1)
})

test.each([
  ['reason-phrase', 'Not Found'],
  ['status-code', '404'],
])('the error type is the %s: %s', async (assumption, expected) => {
  const call = await callWebhook(json, new Map(), {
    assumptions: { ...usualAssumptions(), 'error-type': assumption },
    pinned: {},
    secretOf: () => 'x',
    transport: () => Promise.resolve(answered(404, 'gone', 'Not Found')),
    mode: 'trigger',
  })
  expect(isCall(call) && call.activity.errorType).toBe(expected)
})
