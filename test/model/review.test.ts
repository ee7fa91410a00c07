import { expect, test } from 'vitest'
import { daysBetween, isDay, periodOf, reviewDue } from '../../src/model/review.ts'
import type { LocatedText } from '../../src/base/located-text.ts'

const text = (value: string): LocatedText => ({
  value,
  at: { file: 'program.yaml', start: 0, end: 0 },
  pieces: [],
})

test.each([
  ['2026-11-26', '180d', '2027-05-25'],
  ['2026-11-26', '2w', '2026-12-10'],
  ['2026-01-31', '1m', '2026-02-28'],
  ['2024-01-31', '1m', '2024-02-29'],
  ['2026-11-30', '3m', '2027-02-28'],
  ['2024-02-29', '1y', '2025-02-28'],
  ['2026-10-24', '1d', '2026-10-25'],
])('reviewed on %s, every %s: due on %s', (last, every, due) => {
  expect(reviewDue({ last: text(last), every: text(every) })).toBe(due)
})

test.each([
  ['2026-11-26', undefined],
  [undefined, '180d'],
  ['2026-02-30', '180d'],
  ['2026-11-26', 'now and then'],
])('reviewed on %s, every %s: nobody knows when it is due', (last, every) => {
  const review = {
    last: last === undefined ? undefined : text(last),
    every: every === undefined ? undefined : text(every),
  }
  expect(reviewDue(review)).toBeUndefined()
})

test.each(['2026-13-01', '2026-02-29', '26-11-01', '2026-11-1', '2026-11-01T00:00:00Z', ''])(
  '"%s" is no day',
  (written) => {
    expect(isDay(written)).toBe(false)
  },
)

test.each(['0d', '180', 'd', '180 days', '1h', '-1d', '1.5y'])('"%s" is no period', (written) => {
  expect(periodOf(written)).toBeUndefined()
})

test('days are counted over the change of summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-26', '2026-11-25')).toBe(-1)
})
