import { expect, test } from 'vitest'
import { burstOutcome } from '../../src/burst/burst-outcome.ts'
import { largestError, TOLERANCE } from '../../src/burst/verification.ts'
import { verifyBurst } from '../../src/cli/verify-burst.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { nodeHost } from '../../src/host/node-host.ts'
import { sampleBurst, sampleRoad, sampleWebhook } from '../burst/sample-burst.ts'

/** Answers take a good part of a second, so that a busy machine is little of it. */
const BURST = sampleBurst({
  leads: 60,
  over: 300,
  webhooks: [
    sampleWebhook({ p50: 500, p99: 1_500 }, { failing: 0.1, retry: { times: 1, after: 500 } }),
    sampleWebhook({ p50: 700, p99: 900 }, { name: 'Other' }),
  ],
  beside: [sampleRoad([1], { priority: 'High' })],
  besideEvery: 1_000,
})

const ROUNDS = { host: nodeHost(), leastRun: 2_000, onProgress: () => undefined }

test('a real run of the same burst agrees with the simulation within 10 %', async () => {
  const simulated = burstOutcome(BURST)
  const verification = await verifyBurst(BURST, simulated, ROUNDS)
  expect(largestError(verification)).toBeLessThanOrEqual(TOLERANCE)
  expect(verification.calls).toBeGreaterThan(60)
  expect(verification.mostOpen).toBe(20)
}, 120_000)

test.each([16, 25])(
  'a simulation with %d connections is told apart from a real run with 20',
  async (width) => {
    const wrong = burstOutcome({ ...BURST, width })
    const verification = await verifyBurst(BURST, wrong, ROUNDS)
    expect(largestError(verification)).toBeGreaterThan(TOLERANCE)
  },
  180_000,
)

test('an endpoint that cannot be reached verifies nothing', async () => {
  const host = { ...memoryHost(), transportTo: () => memoryHost().transport }
  await expect(verifyBurst(BURST, burstOutcome(BURST), { ...ROUNDS, host })).rejects.toThrow(
    /was not reached/,
  )
})
