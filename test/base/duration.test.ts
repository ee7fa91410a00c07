import { expect, test } from 'vitest'
import { durationWords, parseDuration } from '../../src/base/duration.ts'

test.each([
  [0, '0 ms'],
  [80, '80 ms'],
  [999.6, '1 s'],
  [1_449, '1.4 s'],
  [9_960, '10 s'],
  [36_400, '36 s'],
  [59_700, '1 min'],
  [687_000, '11 min 27 s'],
  [3_599_600, '1 h'],
  [7_500_000, '2 h 5 min'],
  [180_000_000, '2 days 2 h'],
])('%d ms are %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words)
})

test('a time is read with its unit, and not without', () => {
  expect(parseDuration('1.5s')).toBe(1_500)
  expect(parseDuration('2h')).toBe(7_200_000)
  expect(
    ['80', 'ms', '1 s', '1d', '-1s', ''].filter((text) => parseDuration(text) !== undefined),
  ).toEqual([])
})
