import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptCsv, resendCsv } from '../../src/report/triage/again-csv.ts'
import { groupCounter } from '../../src/triage/groups.ts'
import { lastCalls } from '../../src/triage/last-calls.ts'
import { pairTable } from '../../src/triage/pair-table.ts'
import { readTime } from '../../src/triage/read-time.ts'
import { timeText } from '../../src/triage/time-text.ts'
import { trendCounter } from '../../src/triage/trend.ts'

test.each([
  ['2026-11-26T14:20:00Z', '2026-11-26 14:20:00 UTC'],
  ['2013-09-26T06:56:35+0000', '2013-09-26 06:56:35 UTC'],
  ['2026-11-26T14:20:00.500+02:00', '2026-11-26 12:20:00 UTC'],
  ['2026-11-26 14:20', '2026-11-26 14:20:00'],
  ['Nov 26, 2026 2:20 PM', '2026-11-26 14:20:00'],
  ['Nov 26, 2026 12:05 AM', '2026-11-26 00:05:00'],
  ['26 November 2026 14:20:31', '2026-11-26 14:20:31'],
  ['11/26/2026 2:20\u202fPM', '2026-11-26 14:20:00'],
  ['26/11/2026 14:20', '2026-11-26 14:20:00'],
  ['3/4/2026', '2026-03-04 00:00:00'],
])('the time %j is read as %s', (text, expected) => {
  const time = readTime(text)
  expect(time && timeText(time.milliseconds, time.hasZone)).toBe(expected)
})

test.each(['', 'yesterday', '2026-02-30', '2026-11-26 25:00', '13/13/2026', 'Foo 3, 2026'])(
  'the text %j is no time',
  (text) => {
    expect(readTime(text)).toBeUndefined()
  },
)

test('a date that could be read in two ways is doubtful, and its twin is not', () => {
  expect(readTime('3/4/2026')?.isDoubtful).toBe(true)
  expect(readTime('4/4/2026')?.isDoubtful).toBe(false)
  expect(readTime('13/4/2026')?.isDoubtful).toBe(false)
})

const PAIRS = fc.array(fc.tuple(fc.oneof(fc.nat(40), fc.maxSafeNat()), fc.nat(5)), {
  maxLength: 3000,
})

test('a table of pairs knows each pair once, however many there are', () => {
  fc.assert(
    fc.property(PAIRS, (pairs) => {
      const table = pairTable()
      for (const [lead, kind] of pairs) table.place(lead, kind)
      const wanted = new Set(pairs.map(([lead, kind]) => `${lead} ${kind}`))
      const found = Array.from({ length: table.size() }, (_, place) => {
        return `${table.leadAt(place)} ${table.kindAt(place)}`
      })
      expect(new Set(found)).toEqual(wanted)
      expect(found).toHaveLength(wanted.size)
    }),
    { numRuns: 50 },
  )
})

test('a table that is full takes no further pair, and still knows its own', () => {
  const table = pairTable(2)
  expect([table.place(1, 0), table.place(2, 0), table.place(3, 0)]).toEqual([0, 1, undefined])
  expect(table.place(2, 0)).toBe(1)
})

const CALLS = fc.array(
  fc.record({ lead: fc.nat(20), webhook: fc.nat(2), group: fc.nat(9), milliseconds: fc.nat() }),
)

test('the last call is the one of the latest time, of the same time the last that came', () => {
  fc.assert(
    fc.property(CALLS, (calls) => {
      const last = lastCalls()
      for (const call of calls) last.add(call)
      for (const found of last.all()) {
        const own = calls.filter(
          (call) => call.lead === found.lead && call.webhook === found.webhook,
        )
        const latest = Math.max(...own.map(({ milliseconds }) => milliseconds))
        expect(found).toEqual(own.findLast(({ milliseconds }) => milliseconds === latest))
      }
    }),
  )
})

test('a call without a time follows the one that stands before it', () => {
  const last = lastCalls()
  last.add({ lead: 1, webhook: 0, group: 1, milliseconds: 5000 })
  last.add({ lead: 1, webhook: 0, group: 2, milliseconds: undefined })
  expect([...last.all()]).toEqual([{ lead: 1, webhook: 0, group: 2, milliseconds: undefined }])
})

const TIMES = fc.array(fc.record({ at: fc.nat(4_000_000_000_000), isFailed: fc.boolean() }), {
  minLength: 1,
})

test('a trend counts every call once, in parts that depend on no order', () => {
  fc.assert(
    fc.property(TIMES, fc.integer({ min: 20, max: 200 }), (times, most) => {
      const trendOf = (
        order: typeof times,
      ): ReturnType<ReturnType<typeof trendCounter>['trend']> => {
        const counter = trendCounter()
        for (const { at, isFailed } of order) counter.add(at, isFailed)
        return counter.trend(most)
      }
      const trend = trendOf(times)
      expect(trendOf(times.toReversed())).toEqual(trend)
      expect(trend.parts.length).toBeLessThanOrEqual(most)
      expect(sum(trend.parts.map(({ calls }) => calls))).toBe(times.length)
      expect(sum(trend.parts.map(({ failed }) => failed))).toBe(
        times.filter(({ isFailed }) => isFailed).length,
      )
    }),
  )
})

test('error types that all differ end in one group, and no call is lost', () => {
  const counter = groupCounter(['Known'])
  for (let nth = 0; nth < 5000; nth++)
    counter.add(
      { webhook: 'Known', status: '–', errorType: `text ${nth}`, cause: 'unknown' },
      nth % 7,
    )
  const groups = counter.counted()
  expect(groups.length).toBeLessThanOrEqual(1001)
  expect(sum(groups.map(({ calls }) => calls))).toBe(5000)
  expect(groups.find(({ errorType }) => errorType === '(other texts)')?.leads).toBe(7)
  expect(counter.leads()).toBe(7)
})

test('webhooks of the project are told apart, however many others an export holds', () => {
  const counter = groupCounter(['Known'])
  for (let nth = 0; nth < 700; nth++)
    counter.add({ webhook: `w${nth}`, status: '2xx', errorType: '', cause: 'answered' }, 1)
  counter.add({ webhook: 'Known', status: '2xx', errorType: '', cause: 'answered' }, 1)
  const names = counter.counted().map(({ webhook }) => webhook)
  expect(names).toContain('Known')
  expect(names).toContain('(other webhooks)')
})

test('what a spreadsheet would take for a formula is none, and quotes are doubled', () => {
  const kept = {
    lead: 7,
    webhook: '=HYPERLINK("x")',
    status: '–',
    milliseconds: undefined,
    reason: 'a, b',
  }
  expect([...keptCsv([kept])][1]).toBe(`7,"'=HYPERLINK(""x"")",–,,"a, b"\r\n`)
  const row = { lead: 7, webhooks: ['A', 'B'], statuses: ['503', '–'], milliseconds: 0 }
  expect([...resendCsv([row])][1]).toBe('7,A; B,503; –,1970-01-01 00:00:00\r\n')
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
