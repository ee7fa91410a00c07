import fc from 'fast-check'
import { expect, test } from 'vitest'
import { burstOutcome } from '../../src/burst/burst-outcome.ts'
import type { MadeCall } from '../../src/burst/drive-burst.ts'
import { simulateBurst } from '../../src/burst/simulate-burst.ts'
import { sampleBurst, sampleRoad, sampleWebhook } from './sample-burst.ts'

/** As many calls as were open at the same time. */
function mostOpen(calls: readonly MadeCall[]): number {
  const changes = calls
    .flatMap(({ started, ended }) => [
      { at: started, by: 1 },
      { at: ended, by: -1 },
    ])
    .toSorted((one, other) => one.at - other.at || one.by - other.by)
  let open = 0
  return changes.reduce((most, { by }) => {
    open += by
    return Math.max(most, open)
  }, 0)
}

test('equal answers leave in rounds as wide as the connections', () => {
  const { drain, waits, counts } = burstOutcome(sampleBurst())
  expect(drain).toBe(500)
  expect(waits).toEqual({ p50: 200, p90: 400, p99: 400, max: 400 })
  expect(counts).toEqual({ calls: 100, failed: 0, timedOut: 0, repeated: 0 })
})

test('one after another is the sum of all answers', () => {
  expect(burstOutcome(sampleBurst({ width: 1 })).drain).toBeCloseTo(10_000)
})

test("Adobe's arithmetic: calls of 50 ms take 1.39 hours for each 100,000", () => {
  const webhooks = [sampleWebhook({ p50: 50, p99: 50 })]
  const { drain } = burstOutcome(sampleBurst({ leads: 10_000, width: 1, webhooks }))
  expect((drain * 10) / 3_600_000).toBeCloseTo(1.39, 2)
})

test('whoever comes slowly enough does not wait', () => {
  const { drain, waits } = burstOutcome(sampleBurst({ over: 60_000 }))
  expect(waits.max).toBe(0)
  expect(drain).toBe(59_500)
})

test('a call that takes longer than Marketo waits holds its connection until then', () => {
  const webhooks = [sampleWebhook({ p50: 60_000, p99: 60_000 })]
  const { drain, counts } = burstOutcome(sampleBurst({ leads: 40, webhooks }))
  expect(drain).toBe(60_000)
  expect(counts.timedOut).toBe(40)
})

test('a slow endpoint holds up the calls of a fast one that come after it', () => {
  const webhooks = [
    sampleWebhook({ p50: 10_000, p99: 10_000 }),
    sampleWebhook({ p50: 10, p99: 10 }, { id: 'fast', name: 'Fast' }),
  ]
  const roads = [sampleRoad([0]), sampleRoad([1])]
  const alone = burstOutcome(sampleBurst({ webhooks, roads: [sampleRoad([1])] }))
  const together = burstOutcome(sampleBurst({ webhooks, roads }))
  const [, fast] = together.webhooks
  expect(alone.waits.max).toBeLessThan(50)
  expect(fast?.waits.p50).toBeGreaterThan(9_000)
})

test.each([
  ['Low', 400],
  ['Medium', 0],
  ['High', 0],
] as const)('people beside the burst with the priority %s wait %d ms', (priority, wait) => {
  const webhooks = [
    sampleWebhook({ p50: 100, p99: 100 }),
    sampleWebhook({ p50: 100, p99: 100 }, { id: 'other', name: 'Other' }),
  ]
  const beside = [sampleRoad([1], { priority })]
  const calls = simulateBurst(sampleBurst({ webhooks, beside, besideEvery: 200 }))
  const [first] = calls.filter(({ isBeside }) => isBeside)
  expect(first?.arrived).toBe(100)
  expect((first?.started ?? 0) - (first?.arrived ?? 0)).toBe(wait)
})

test('people beside come as long as the burst is not done, and no longer', () => {
  const beside = [sampleRoad([0])]
  const calls = simulateBurst(sampleBurst({ beside, besideEvery: 100 }))
  const own = calls.filter((call) => !call.isBeside)
  const others = calls.filter((call) => call.isBeside)
  const end = Math.max(...own.map(({ ended }) => ended))
  expect(others.length).toBeGreaterThan(3)
  expect(Math.max(...others.map(({ arrived }) => arrived))).toBeLessThanOrEqual(end)
})

test('a flow waits for each of its calls, and as long as it says', () => {
  const calls = [
    { webhook: 0, pause: 0 },
    { webhook: 0, pause: 60_000 },
  ]
  const [first, second] = simulateBurst(
    sampleBurst({ leads: 1, roads: [{ campaign: 'Two', priority: 'Low', calls }] }),
  )
  expect(first?.ended).toBe(100)
  expect(second?.arrived).toBe(60_100)
})

test('a failed call is made again as often as the campaign does, and no more', () => {
  const webhooks = [
    sampleWebhook({ p50: 100, p99: 100 }, { failing: 1, retry: { times: 2, after: 1_000 } }),
  ]
  const calls = simulateBurst(sampleBurst({ leads: 1, webhooks }))
  expect(calls.map(({ attempt, arrived }) => [attempt, arrived])).toEqual([
    [0, 0],
    [1, 1_100],
    [2, 2_200],
  ])
})

test('about as many calls fail as said, whatever the seed', () => {
  const webhooks = [sampleWebhook({ p50: 100, p99: 100 }, { failing: 0.1 })]
  for (const seed of [1, 2, 3]) {
    const { counts } = burstOutcome(sampleBurst({ leads: 5_000, seed, webhooks }))
    expect(counts.failed).toBeGreaterThan(420)
    expect(counts.failed).toBeLessThan(580)
  }
})

test('5,000 leads take well under a second, and the same seed gives the same', () => {
  const burst = sampleBurst({ leads: 5_000, webhooks: [sampleWebhook({ p50: 80, p99: 900 })] })
  const started = performance.now()
  const first = simulateBurst(burst)
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(simulateBurst(burst)).toEqual(first)
  expect(simulateBurst({ ...burst, seed: 2 })).not.toEqual(first)
})

const BURSTS = fc.record({
  leads: fc.integer({ min: 1, max: 60 }),
  over: fc.integer({ min: 0, max: 5_000 }),
  width: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat(),
  p50: fc.integer({ min: 1, max: 900 }),
  factor: fc.integer({ min: 1, max: 30 }),
  failing: fc.constantFrom(0, 0.3),
})

test('every call is made once, none before it came, and never more at a time than connections', () => {
  fc.assert(
    fc.property(BURSTS, ({ leads, over, width, seed, p50, factor, failing }) => {
      const retry = { times: 1, after: 500 }
      const webhooks = [
        sampleWebhook({ p50, p99: p50 * factor }, { failing, retry }),
        sampleWebhook({ p50: 20, p99: 400 }, { id: 'b', name: 'B' }),
      ]
      const roads = [sampleRoad([0, 1]), sampleRoad([1], { priority: 'High' })]
      const calls = simulateBurst(sampleBurst({ leads, over, width, seed, webhooks, roads }))
      const firsts = calls.filter(({ attempt }) => attempt === 0)
      const keys = calls.map(
        ({ person, road, step, attempt }) => `${person} ${road} ${step} ${attempt}`,
      )
      expect(firsts).toHaveLength(leads * 3)
      expect(new Set(keys).size).toBe(calls.length)
      expect(
        calls.every(({ arrived, started, ended }) => arrived <= started && started < ended),
      ).toBe(true)
      expect(mostOpen(calls)).toBeLessThanOrEqual(width)
    }),
    { numRuns: 60 },
  )
})

test('no connection is free while a call waits', () => {
  fc.assert(
    fc.property(BURSTS, ({ leads, over, width, seed, p50, factor }) => {
      const webhooks = [sampleWebhook({ p50, p99: p50 * factor })]
      const calls = simulateBurst(sampleBurst({ leads, over, width, seed, webhooks }))
      for (const call of calls.filter(({ arrived, started }) => started > arrived)) {
        const open = calls.filter(
          ({ started, ended }) => started < call.started && ended >= call.started,
        )
        expect(open.length).toBeGreaterThanOrEqual(width)
      }
    }),
    { numRuns: 40 },
  )
})
