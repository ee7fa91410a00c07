import { expect, test } from 'vitest'
import { writeMarkdown } from '../../src/report/markdown/write-markdown.ts'
import type { Report } from '../../src/report/report.ts'
import { SAMPLE } from './sample-report.ts'

const [FAILED] = SAMPLE.diagnostics
const [RESULT] = SAMPLE.results

function large(findings: number, webhooks: number): Report {
  if (FAILED === undefined || RESULT === undefined) throw new Error('an empty sample')
  const { request = '' } = FAILED.counterexample ?? {}
  return {
    ...SAMPLE,
    diagnostics: Array.from({ length: findings }, (_finding, nth) => ({
      ...FAILED,
      message: `finding ${nth}`,
      counterexample: {
        lead: {},
        received: '',
        replay: '',
        curl: '',
        request: request.repeat(100),
      },
    })),
    results: Array.from({ length: webhooks }, (_result, nth) => ({
      ...RESULT,
      webhook: `webhook-${nth}`,
      failures: [],
    })),
    checked: Array.from({ length: webhooks }, (_line, nth) => ({ text: `program ${nth} tested` })),
  }
}

test.each([
  ['a few', 3, 3],
  ['many findings', 300, 3],
  ['many webhooks', 3, 2000],
  ['many of both', 3000, 3000],
])('a report of %s is no larger than GitHub takes', (_name, findings, webhooks) => {
  expect(writeMarkdown(large(findings, webhooks)).length).toBeLessThan(65_536)
})

test('a single huge text is cut', () => {
  const text = writeMarkdown({ ...SAMPLE, checked: [{ text: 'x'.repeat(100_000) }] })
  expect(text.length).toBeLessThan(65_536)
  expect(text).toContain('xxx…')
})

test('coverage goes first, then details, then rows; the count and the verdict never', () => {
  const few = writeMarkdown(large(3, 3))
  expect(few).toContain('### Coverage')
  const more = writeMarkdown(large(20, 3))
  expect(more).not.toContain('### Coverage')
  expect(more).toContain('finding 19')
  expect(more).toContain('Finding 10: why')
  expect(more).not.toContain('Finding 20: why')
  const most = writeMarkdown(large(3000, 3))
  expect(most).toContain('hookbook: 3000 errors')
  expect(most).toMatch(/\d+ more findings in the log/)
})
