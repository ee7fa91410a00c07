import { expect, test } from 'vitest'
import { studyBurst } from '../../src/burst/burst-study.ts'
import { burstJson } from '../../src/report/burst/burst-json.ts'
import { burstMarkdown } from '../../src/report/burst/burst-markdown.ts'
import { burstPretty } from '../../src/report/burst/burst-pretty.ts'
import type { BurstReport } from '../../src/report/burst/burst-report.ts'
import { sampleBurst, sampleRoad, sampleWebhook } from '../burst/sample-burst.ts'
import { expectFile } from '../support/expected-file.ts'

const WEBHOOKS = [
  sampleWebhook(
    { p50: 200, p99: 40_000 },
    { name: 'CRM Lead', retry: { times: 1, after: 60_000 } },
  ),
  sampleWebhook({ p50: 100, p99: 100 }, { id: 'b', name: 'Other', latencySource: 'assumed' }),
]
const BURST = sampleBurst({
  leads: 2_000,
  webhooks: WEBHOOKS,
  beside: [sampleRoad([1])],
  besideEvery: 10_000,
})

function reportOf(burst = BURST): BurstReport {
  return {
    programs: ['lead-sync'],
    environment: 'prod-emea',
    subscription: 'production',
    study: studyBurst(burst, undefined),
    verification: undefined,
    command: 'hookbook simulate burst lead-sync',
    toolVersion: '1.2.3',
  }
}

test('Markdown says how long, who waits, what to do and what that rests on', () => {
  expectFile('test/report/expected/burst.md', burstMarkdown(reportOf()))
})

test('JSON holds the same figures, under names that say what they are', () => {
  const report = reportOf()
  const json: unknown = JSON.parse(burstJson(report))
  expect(json).toMatchObject({
    formatVersion: 1,
    concurrency: { status: 'open' },
    bounds: [
      { value: 'serial', width: 1 },
      { value: 'twenty', width: 20, drain: report.study.shown.drain },
    ],
    shown: { waits: report.study.shown.waits, timedOut: report.study.shown.counts.timedOut },
  })
})

test.each([50, 60, 80, 200])('a terminal of %d columns gets no longer line', (columns) => {
  const alone = sampleBurst({ leads: 2_000, webhooks: WEBHOOKS.slice(0, 1) })
  const text = burstPretty(reportOf(alone), { isColored: false, columns })
  const longest = Math.max(...text.split('\n').map((line) => [...line].length))
  expect(longest).toBeLessThanOrEqual(Math.min(columns, 100))
})

test('there is no colour where none is wanted', () => {
  const plain = burstPretty(reportOf(), { isColored: false, columns: 80 })
  const colored = burstPretty(reportOf(), { isColored: true, columns: 80 })
  expect(plain).not.toContain('\u001b')
  expect(colored).toContain('\u001b[1m')
  expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain)
})
