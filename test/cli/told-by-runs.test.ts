import { expect, test } from 'vitest'
import { toldByRuns } from '../../src/cli/told-by-runs.ts'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'

const at = (start: number): Diagnostic['at'] => ({ file: 'p.yaml', start, end: start + 1 })

function finding(rule: string, start: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return { rule, severity: 'error', at: at(start), message: rule, ...more }
}

const BROKEN = finding('guarantee-holds', 90, {
  run: { steps: [{ sentence: 'a step', at: at(10) }], breach: 'and that is all' },
  related: [{ at: at(20), message: 'the webhook' }],
})

function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  const settled = toldByRuns({ diagnostics, results: [] })
  return settled.diagnostics.map(({ rule, at: { start } }) => `${rule} ${start}`)
}

test.each([
  ['of a step of the run', finding('lifecycle-follows-success', 10)],
  ['of the webhook that is called', finding('failures-are-caught', 20)],
])('a rule that says the same %s is silent', (_what, same) => {
  expect(told([same, BROKEN])).toEqual(['guarantee-holds 90'])
})

test.each([
  ['of another place', finding('lifecycle-follows-success', 11)],
  ['of another matter', finding('https-url', 20)],
])('a rule that speaks %s is heard', (_what, other) => {
  expect(told([other, BROKEN])).toHaveLength(2)
})

test('without a refuted guarantee every rule is heard', () => {
  const open = { ...BROKEN, rule: 'guarantee-decided' }
  expect(told([finding('failures-are-caught', 20), open])).toHaveLength(2)
})
