import { expect, test } from 'vitest'
import { callLog, readCallLog } from '../../../src/contract/live/call-log.ts'
import { declaredPointer } from '../../../src/receiver/declared-pointer.ts'
import { deliver } from '../../../src/contract/live/deliver.ts'
import { summarizeLatencies } from '../../../src/contract/live/latencies.ts'
import { redirect } from '../../../src/contract/live/live-request.ts'
import { retryAfter } from '../../../src/contract/live/retry-after.ts'
import { exampleWebhook } from '../../support/example-programs.ts'

const NOW = Date.UTC(2026, 10, 24, 9, 30, 0)

test.each([
  ['120', undefined, 120_000],
  ['0', undefined, 0],
  [' 5 ', undefined, 5_000],
  ['Tue, 24 Nov 2026 09:30:10 GMT', undefined, 10_000],
  ['Tuesday, 24-Nov-26 09:30:10 GMT', undefined, 10_000],
  ['Tue Nov 24 09:30:10 2026', undefined, 10_000],
  ['Tue, 24 Nov 2026 09:29:00 GMT', undefined, 0],
  ['Tue, 24 Nov 2026 10:30:10 GMT', 'Tue, 24 Nov 2026 10:30:00 GMT', 10_000],
  ['soon', undefined, undefined],
  ['-1', undefined, undefined],
  ['1.5', undefined, undefined],
  ['1e3', undefined, undefined],
  ['', undefined, undefined],
  ['2026-11-24T09:30:10Z', undefined, undefined],
  ['Tue, 99 Nov 2026 99:30:10 GMT', undefined, undefined],
])('Retry-After %j at the date %j is %s milliseconds', (value, date, expected) => {
  const headers = [
    ['retry-AFTER', value],
    ...(date === undefined ? [] : [['Date', date] as const]),
  ] as const
  const response = { status: 429, reason: '', headers, body: new Uint8Array() }
  expect(retryAfter(response, NOW)).toBe(expected)
})

test.each([
  [
    'https://a.example/v1/x?q=%26&p=+',
    'http://127.0.0.1:8080',
    'http://127.0.0.1:8080/v1/x?q=%26&p=+',
  ],
  ['https://a.example/v1/../x', 'https://b.example/', 'https://b.example/v1/../x'],
  ['https://a.example/v1/x?q=1', 'https://b.example/hooks', 'https://b.example/hooks?q=1'],
  ['https://a.example/v1/grüße#part', 'https://b.example', 'https://b.example/v1/grüße#part'],
  ['https://user:pass@a.example/x', 'https://b.example', 'https://b.example/x'],
  ['https://a.example', 'https://b.example', 'https://b.example'],
  ['https://a.example?q=1', 'https://b.example', 'https://b.example?q=1'],
  ['HTTPS://a.example\\x', 'https://b.example', 'https://b.example\\x'],
])('%s at %s is %s', (url, endpoint, expected) => {
  expect(redirect(url, endpoint)).toBe(expected)
})

test('results come back in the order of the work, and no more than the width is under way', async () => {
  let under = 0
  let most = 0
  const waiting: (() => void)[] = []
  const work = async (nth: number): Promise<number> => {
    under += 1
    most = Math.max(most, under)
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      // The last that came is let go first.
      if (waiting.length === 4) waiting.pop()?.()
      if (nth >= 96) for (const go of waiting.splice(0)) go()
    })
    under -= 1
    return nth
  }
  const results = await deliver(100, 4, { work, isOver: () => false })
  expect(results).toEqual(Array.from({ length: 100 }, (_, nth) => nth))
  expect(most).toBe(4)
})

test('what is over is not begun', async () => {
  let done = 0
  const results = await deliver(10, 2, {
    work: (nth) => {
      done += 1
      return Promise.resolve(nth)
    },
    isOver: () => done >= 4,
  })
  expect(results.filter((result) => result === undefined)).toHaveLength(6)
  expect(await deliver(0, 20, { work: () => Promise.resolve(1), isOver: () => false })).toEqual([])
})

test('percentiles are calls that were made', () => {
  const hundred = Array.from({ length: 100 }, (_, nth) => 100 - nth)
  expect(summarizeLatencies(hundred)).toEqual({ median: 50, percentile95: 95, slowest: 100 })
  expect(summarizeLatencies([7])).toEqual({ median: 7, percentile95: 7, slowest: 7 })
  expect(summarizeLatencies([10, 9])).toEqual({ median: 9, percentile95: 10, slowest: 10 })
  expect(summarizeLatencies([])).toBeUndefined()
})

test.each([
  ['/externalId', '/externalId'],
  ['/status', '/status'],
  ['', ''],
  ['/jane@example.com/0', '/…/0'],
  ['/externalId/4915550100', '/externalId/…'],
])('of the pointer %j is shown %j', (pointer, expected) => {
  const { response } = exampleWebhook('lead-sync', 'prod-emea')
  expect(declaredPointer(pointer, response)).toBe(expected)
})

function sampleLog(calls: number): string {
  let text = ''
  const run = {
    at: '2026-11-24T09:30:00.000Z',
    program: 'lead-sync',
    environment: 'sandbox-emea',
    webhook: 'crm-lead-sync',
    seed: 1,
    endpoint: 'http://127.0.0.1:8080',
    width: 20,
  }
  const log = callLog(run, (line) => {
    text += line
  })
  for (let nth = 1; nth <= calls; nth++) {
    log.call({
      path: nth % 2 === 0 ? 'lead/grüße' : `token/1/quotes/${nth}`,
      purpose: 'lead',
      attempt: 1,
      status: nth % 3 === 0 ? undefined : 200,
      outcome: 'written',
      milliseconds: 12.345,
    })
  }
  log.end(true)
  return text
}

test('a log is a line of JSON for each call, numbered', () => {
  const reading = readCallLog(sampleLog(3))
  expect(reading).toMatchObject({
    status: 'log',
    lines: [
      { kind: 'run', formatVersion: 1, webhook: 'crm-lead-sync' },
      { kind: 'call', sequence: 1, path: 'token/1/quotes/1', status: 200, milliseconds: 12.3 },
      { kind: 'call', sequence: 2, path: 'lead/grüße', status: 200 },
      { kind: 'call', sequence: 3, status: null, outcome: 'written', attempt: 1 },
      { kind: 'end', calls: 3, isWhole: true },
    ],
  })
})

test('a log that is cut off anywhere is valid up to its last whole line', () => {
  const bytes = new TextEncoder().encode(sampleLog(4))
  for (let length = 0; length <= bytes.length; length++) {
    const text = new TextDecoder().decode(bytes.slice(0, length))
    const reading = readCallLog(text)
    if (reading.status !== 'log') throw new Error(`not a log: ${text}`)
    expect(reading.lines).toHaveLength(text.split('\n').length - 1)
    expect(text.startsWith(reading.whole)).toBe(true)
    expect(text.slice(reading.whole.length)).not.toContain('\n')
  }
})

test.each([
  '# notes',
  'a\nb\n',
  '[1]\n',
  '{"kind":"run"}\nnotes',
  '{"kind":"run"\n',
  'null\n',
  '\n',
])('what is no log is not taken for one: %j', (text) => {
  expect(readCallLog(text).status).toBe('other')
})
