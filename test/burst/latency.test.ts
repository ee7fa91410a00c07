import { expect, test } from 'vitest'
import { percentile } from '../../src/base/percentile.ts'
import { meanLatency, parseLatency } from '../../src/burst/latency.ts'
import { simulateBurst } from '../../src/burst/simulate-burst.ts'
import { sampleBurst, sampleWebhook } from './sample-burst.ts'

test.each([
  ['80ms', { p50: 80, p99: 80 }],
  ['1.5s', { p50: 1_500, p99: 1_500 }],
  ['p50=80ms,p99=900ms', { p50: 80, p99: 900 }],
  ['p50=2s,p99=1m', { p50: 2_000, p99: 60_000 }],
])('%s is a latency', (text, latency) => {
  expect(parseLatency(text)).toEqual(latency)
})

test.each([
  '',
  '80',
  '0ms',
  'p50=80ms',
  'p50=900ms,p99=80ms',
  'p99=1s,p50=1s',
  '80ms,900ms',
  '-5ms',
])('"%s" is none', (text) => {
  expect(parseLatency(text)).toBeUndefined()
})

test('drawn times go through both figures, and have the mean of the log-normal distribution', () => {
  const latency = { p50: 80, p99: 900 }
  const burst = sampleBurst({ leads: 40_000, width: 200, webhooks: [sampleWebhook(latency)] })
  const times = simulateBurst(burst).map(({ started, ended }) => ended - started)
  const sorted = times.toSorted((one, other) => one - other)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  expect(percentile(sorted, 50) / 80).toBeCloseTo(1, 1)
  expect(percentile(sorted, 99) / 900).toBeCloseTo(1, 1)
  expect(mean / meanLatency(latency)).toBeCloseTo(1, 1)
  expect(meanLatency(latency)).toBeCloseTo(137.5, 0)
})
