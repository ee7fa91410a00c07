import { expect, test } from 'vitest'
import type { HttpRequest } from '../../../src/emulate/call.ts'
import { answerMemory } from '../../../src/receiver/service/answer-memory.ts'
import { callKey } from '../../../src/receiver/service/call-key.ts'
import { NO_FAULTS } from '../../../src/receiver/service/fault-plan.ts'
import { openReception, type ReceptionRules } from '../../../src/receiver/service/receive.ts'
import { exampleProgram } from '../../support/example-programs.ts'
import { leadBody } from '../../support/opened-service.ts'

const compiled = exampleProgram('lead-sync', 'sandbox-emea')
const [webhook] = compiled.webhooks
if (webhook === undefined) throw new Error('lead-sync has no webhook')
const served = { compiled, webhook }
const REQUEST: HttpRequest = {
  method: 'POST',
  url: '/v1/leads',
  headers: [
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer k'],
  ],
  body: leadBody(1),
}

function reception(rules: Partial<ReceptionRules>): (body: string, call: string) => string {
  const receive = openReception({
    webhooks: [served],
    secretOf: () => 'k',
    maySend: () => true,
    faults: NO_FAULTS,
    memory: answerMemory(10),
    ...rules,
  })
  return (body, call) => {
    const bytes = new TextEncoder().encode(body)
    const request = { ...REQUEST, body }
    const { end } = receive({ request, bytes, isTooLarge: false, sender: '192.0.2.7' }, call)
    if (end.kind === 'repeated') return `repeats ${end.call}`
    return end.kind === 'refused' ? end.refusal.code : end.kind
  }
}

test('an address that may not call learns nothing else', () => {
  expect(reception({ maySend: () => false })('no JSON at all', 'a')).toBe('sender-not-allowed')
})

test('a secret that is not known here must be there, and may be anything', () => {
  expect(reception({ secretOf: () => undefined })(leadBody(1), 'a')).toBe('done')
})

test('of webhooks that share a path, the one that takes the request gets it', () => {
  const stricter = { ...served, webhook: { ...webhook, id: 'other', idempotencyKey: [] } }
  const [, ...headers] = webhook.headers
  const other = { ...stricter, webhook: { ...stricter.webhook, headers, request: undefined } }
  const receive = reception({ webhooks: [served, other] })
  expect(receive(leadBody(1), 'a')).toBe('done')
  expect(receive(leadBody(1), 'b')).toBe('repeats a')
  expect(receive('{"another":"form"}', 'c')).toBe('done')
})

test('a call is known again while there is room for it', () => {
  const receive = reception({ memory: answerMemory(2) })
  for (const nth of [1, 2]) expect(receive(leadBody(nth), `call-${nth}`)).toBe('done')
  expect(receive(leadBody(1), 'again')).toBe('repeats call-1')
  expect(receive(leadBody(3), 'call-3')).toBe('done')
  expect(receive(leadBody(2), 'call-2b')).toBe('done')
  expect(receive(leadBody(3), 'again')).toBe('repeats call-3')
})

test('what was refused is not known', () => {
  const receive = reception({})
  expect(receive(leadBody(1, { score: 'x' }), 'a')).toBe('contract-broken')
  expect(receive(leadBody(1), 'b')).toBe('done')
})

test.each<readonly [string, readonly string[], unknown, string, boolean]>([
  ['a member', ['id'], { id: 1 }, '/', true],
  ['a member within another', ['lead.id'], { lead: { id: 1 } }, '/', true],
  ['an element below the root', ['id'], { lead: { id: '1' } }, '/', true],
  ['a parameter', ['id'], {}, '/?a=b&id=1', true],
  ['a header', ['content-type'], {}, '/', true],
  ['two members', ['id', 'kind'], { id: 1, kind: 'x' }, '/', true],
  ['a member that lacks', ['id', 'kind'], { id: 1 }, '/', false],
  ['none that is declared', [], { id: 1 }, '/', false],
  ['what every object inherits', ['constructor'], {}, '/', false],
])('a call is known by %s', (_what, idempotencyKey, value, url, isKnown) => {
  const own = { compiled, webhook: { ...webhook, idempotencyKey } }
  const key = callKey(own, { value, request: { ...REQUEST, url } })
  expect(key !== undefined).toBe(isKnown)
})
