import { expect, test } from 'vitest'
import type { Burst } from '../../src/burst/burst.ts'
import { studyBurst } from '../../src/burst/burst-study.ts'
import { sampleBurst, sampleRoad, sampleWebhook } from './sample-burst.ts'

const TWENTY = { value: 'twenty', evidence: 'measured' }
const SERIAL = { value: 'serial', evidence: 'measured' }

function adviceOn(more: Partial<Burst>, pinned?: typeof TWENTY): readonly string[] {
  return studyBurst(sampleBurst(more), pinned).advice.map(({ id }) => id)
}

const SLOW = [sampleWebhook({ p50: 100, p99: 100 })]

test.each([
  [
    'a hundred leads of 100 ms suit whatever the bound',
    { leads: 100 },
    undefined,
    ['webhook-suits'],
  ],
  [
    '3,001 leads of 100 ms just suit, one after another',
    { leads: 3_001, webhooks: SLOW },
    SERIAL,
    ['webhook-suits'],
  ],
  [
    '3,002 do not',
    { leads: 3_002, webhooks: SLOW },
    SERIAL,
    ['spread', 'bulk-job', 'self-service-flow-steps'],
  ],
  ['3,002 do with 20 at a time', { leads: 3_002, webhooks: SLOW }, TWENTY, ['webhook-suits']],
  [
    'where the bounds disagree, they are to be told apart',
    { leads: 3_002, webhooks: SLOW },
    undefined,
    ['find-the-bound', 'spread', 'bulk-job', 'self-service-flow-steps'],
  ],
  [
    'what writes nothing back could be events',
    { leads: 3_002, webhooks: [sampleWebhook({ p50: 100, p99: 100 }, { writesBack: false })] },
    SERIAL,
    ['spread', 'bulk-job', 'data-streams'],
  ],
  [
    'an endpoint that takes longer than Marketo waits is to answer first',
    { leads: 20, webhooks: [sampleWebhook({ p50: 31_000, p99: 31_000 })] },
    TWENTY,
    ['webhook-suits', 'time-outs'],
  ],
  [
    'one that just does not is left alone',
    { leads: 20, webhooks: [sampleWebhook({ p50: 29_000, p99: 29_000 })] },
    TWENTY,
    ['webhook-suits'],
  ],
] as const)('%s', (_title, more, pinned, ids) => {
  expect(adviceOn(more, pinned)).toEqual(ids)
})

test('others that wait long behind the burst are told of a higher priority, with what it would bring', () => {
  const webhooks = [
    SLOW[0] ?? sampleWebhook({ p50: 1, p99: 1 }),
    sampleWebhook({ p50: 50, p99: 50 }, { name: 'Other' }),
  ]
  const beside = (priority: 'High' | 'Low'): Partial<Burst> => ({
    leads: 4_000,
    webhooks,
    beside: [sampleRoad([1], { priority })],
    besideEvery: 1_000,
  })
  expect(adviceOn(beside('Low'), TWENTY)).toEqual(['webhook-suits', 'priority'])
  expect(adviceOn(beside('High'), TWENTY)).toEqual(['webhook-suits'])
  const [, advice] = studyBurst(sampleBurst(beside('Low')), TWENTY).advice
  expect(advice?.text).toMatch(/wait up to 20 s: .*priority High, they would wait not at all\./)
})
