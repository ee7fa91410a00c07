import { expect, test } from 'vitest'
import { timeTicks } from '../../src/chart/time-ticks.ts'

test.each([
  [36_000, [0, 5_000, 10_000, 15_000, 20_000, 25_000, 30_000, 35_000]],
  [700_000, [0, 120_000, 240_000, 360_000, 480_000, 600_000]],
  [430, [0, 100, 200, 300, 400]],
])('%d ms are divided as a clock is', (end, ticks) => {
  expect(timeTicks(end, 8)).toEqual(ticks)
})
