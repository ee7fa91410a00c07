import { expect, test } from 'vitest'
import { burstOutcome } from '../../src/burst/burst-outcome.ts'
import { sampleBurst, sampleWebhook } from './sample-burst.ts'

test('rates add up to the calls, and equal answers leave at one speed', () => {
  const { timeline, drain } = burstOutcome(sampleBurst({ leads: 200 }))
  const length = drain / timeline.length
  const made = timeline.reduce((sum, { rates: [rate = 0] }) => sum + (rate * length) / 1_000, 0)
  expect(made).toBeCloseTo(200)
  for (const { rates } of timeline) expect(rates[0]).toBeCloseTo(200)
})

test('who waits are those who have come and have no connection', () => {
  const { timeline } = burstOutcome(
    sampleBurst({ webhooks: [sampleWebhook({ p50: 80, p99: 400 })] }),
  )
  expect(timeline[0]?.waiting).toBe(80)
  expect(timeline.at(-1)?.waiting).toBe(0)
  const waiting = timeline.map((bin) => bin.waiting)
  expect(waiting).toEqual(waiting.toSorted((one, other) => other - one))
})
