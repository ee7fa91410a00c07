import { expect, test } from 'vitest'
import { keepBody } from '../../../src/capture/body-text.ts'
import { pinnedBy } from '../../../src/compile/pinned-by.ts'
import { exchangeOf } from '../../../src/emulate/exchange-of.ts'
import { readExchange } from '../../../src/emulate/read-exchange.ts'
import type { CallView } from '../../../src/browser/received/call-view.ts'
import { listenersTo } from '../../../src/model/failure-campaigns.ts'
import { FAULTS } from '../../../src/receiver/faults.ts'
import { answerMemory } from '../../../src/receiver/service/answer-memory.ts'
import { openReception } from '../../../src/receiver/service/receive.ts'
import { viewCall } from '../../../src/site/received/view-call.ts'
import { hexDump, wireView } from '../../../src/site/received/wire-view.ts'
import { exampleProgram } from '../../support/example-programs.ts'
import { leadBody } from '../../support/opened-service.ts'

const compiled = exampleProgram('lead-sync', 'sandbox-emea')
const [webhook] = compiled.webhooks
if (webhook === undefined) throw new Error('lead-sync has no webhook')
const served = { compiled, webhook }
const listeners = listenersTo(webhook.id, compiled.program, [])

function view(body: string, fault?: string, isSecretChecked = true): CallView {
  const regular = FAULTS.find(({ id }) => id === fault)
  const receive = openReception({
    webhooks: [served],
    secretOf: () => 'k',
    maySend: () => true,
    faults: { regular: regular && { fault: regular, every: 1 }, mayAsk: false },
    memory: answerMemory(10),
  })
  const headers = [
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer k'],
  ] as const
  const request = { method: 'POST', url: '/v1/leads', headers, body }
  const bytes = new TextEncoder().encode(body)
  const reception = receive({ request, bytes, isTooLarge: false, sender: '127.0.0.1' }, 'call-1')
  const captured = { version: 1, id: 'call-1', at: 0, request, ...beside(bytes) } as const
  return viewCall({ number: 1, captured, reception }, { listeners, isSecretChecked })
}

function beside(bytes: Uint8Array): { readonly bodyBytes?: string } {
  const { bodyBytes } = keepBody(bytes)
  return bodyBytes === undefined ? {} : { bodyBytes }
}

function states({ demands }: CallView): string {
  return demands.map(({ state }) => state[0]).join('')
}

test('a request as agreed meets every demand, and its answer is written', () => {
  const { demands, marketo } = view(leadBody(1))
  expect(new Set(demands.map(({ state }) => state))).toEqual(new Set(['met']))
  expect(marketo.updates).toEqual([
    { path: 'status', field: 'Sync Status', isWritten: true, words: 'success' },
    { path: 'externalId', field: 'CRM Lead Id', isWritten: true, words: 'call-1' },
  ])
  expect(marketo.campaigns).toBeUndefined()
})

test('everything that the schema has against a body is told, and not only the first', () => {
  const call = view(leadBody(1, { score: 'x', region: 'X' }))
  expect(states(call)).toBe('mmmmb')
  expect(call.demands.at(-1)?.faults).toEqual([
    '/score must be integer',
    '/region is none of the allowed values',
  ])
  expect(call.marketo).toMatchObject({ updates: [], campaigns: '99 Sync failed' })
})

test('what comes behind the first broken demand was not looked at', () => {
  expect(states(view('no JSON'))).toBe('mmmbn')
})

test('a secret that is not known here is not said to be the agreed one', () => {
  expect(view(leadBody(1), undefined, false).demands[2]?.name).toContain('is not known here')
  expect(view(leadBody(1)).demands[2]?.name).toContain('is the agreed one')
})

test.each(FAULTS.map(({ id }) => [id]))('with the fault %s, Marketo writes what it would', (id) => {
  const call = view(leadBody(1), id)
  const conduct = FAULTS.find((fault) => fault.id === id)?.conduct(webhook)
  if (conduct === undefined) throw new Error(`there is no fault ${id}`)
  const exchange = exchangeOf(conduct, { milliseconds: 30_000 })
  const outcome = readExchange(webhook, exchange, pinnedBy(compiled.program))
  const written = outcome.status === 'written' ? outcome.updates : []
  const isOwn = call.end === 'fault'
  if (isOwn) {
    expect(call.marketo.updates.map(({ isWritten }) => isWritten)).toEqual(
      written.map(({ result }) => result.status === 'written'),
    )
  } else expect(id).toMatch(/doctype|entity/)
})

test('bytes stand beside what of them can be read', () => {
  expect(hexDump(Uint8Array.of(0x50, 0x4f, 0x0d, 0x0a, 0xff))).toBe(
    '000000  50 4f 0d 0a ff                                   PO...',
  )
})

test('what nobody could see is spelled out, and what is too long is cut with a word', () => {
  const body = new TextEncoder().encode(`a\u202eb\nc${'x'.repeat(20_000)}`)
  const { text, note } = wireView(['POST / HTTP/1.1'], [['X-A', 'b\u0007']], body)
  expect(text.slice(0, 60)).toContain('POST / HTTP/1.1\nX-A: b\\u{7}\n\na\\u{202e}b\ncxxx')
  expect(note).toBe('The first 16384 of 20007 bytes of the body are shown.')
})
