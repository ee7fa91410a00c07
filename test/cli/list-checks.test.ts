import { expect, test } from 'vitest'
import { listChecks, severityWords } from '../../src/cli/work/list-checks.ts'
import { RULES } from '../../src/lint/rules.ts'

const LIST = listChecks([
  {
    title: 'others',
    checks: [
      ['b-check', 'B holds'],
      ['a-check', 'A holds'],
    ],
  },
])

test('every rule stands once in the list, with its severity', () => {
  for (const rule of RULES) {
    const lines = LIST.split('\n').filter((line) => line.trimStart().startsWith(`${rule.id} `))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(` ${severityWords(rule)} `)
    expect(lines[0]?.endsWith(rule.summary)).toBe(true)
  }
})

test('rules stand under their category, and other checks after them in order', () => {
  expect(LIST).toMatch(/^lint: campaign\n(?: {2}.+\n)* {2}call-after-enrichment +warning +the call/)
  expect(LIST).toMatch(/\nothers\n {2}a-check +A holds\n {2}b-check +B holds\n$/)
})

test('a severity that differs between the profiles is said for both', () => {
  const rule = { id: 'x', category: 'tokens', summary: '', why: '', visit: {} } as const
  expect(severityWords({ ...rule, severity: 'error' })).toBe('error')
  expect(severityWords({ ...rule, severity: { recommended: 'off', strict: 'info' } })).toBe(
    'strict: info',
  )
  expect(severityWords({ ...rule, severity: { recommended: 'info', strict: 'error' } })).toBe(
    'info, strict: error',
  )
})
