import { expect, test } from 'vitest'
import { answersTable } from '../../src/cli/answers-table.ts'
import type { AnswerRow } from '../../src/contract/answer-row.ts'

const ROW: AnswerRow = {
  id: 'valid-1',
  kind: 'valid',
  endpoint: 'answers with a text',
  others: 2,
  marketo: { does: 'written', because: 'a 2xx that can be read', assumption: undefined },
  writes: [{ path: 'a', field: 'A', end: 'written', shown: '"\u001b[31m\n"' }],
  isFailure: true,
  noticedBy: [{ campaign: 'C', certainty: 'sometimes', under: ['error-type: status-code'] }],
}

test('a row says what follows, and nothing in it is obeyed', () => {
  const [, line, rest] = answersTable([ROW]).split('\n')
  expect(line).toMatch(
    /^valid-1 {2}answers with a text \(and 2 more like it\) {2}reads it {2}A: .* {2}C \(if error-type: status-code\)$/,
  )
  expect(line).not.toContain('\u001b')
  expect(rest).toBe('')
})

test.each([
  ['nobody', { noticedBy: [] }],
  ['\u2013', { noticedBy: [], isFailure: false }],
  ['C (perhaps)', { noticedBy: [{ campaign: 'C', certainty: 'unknown', under: [] }] }],
] as const)('the last column says "%s" where that is so', (cell, changed) => {
  expect(
    answersTable([{ ...ROW, ...changed }])
      .trimEnd()
      .endsWith(`  ${cell}`),
  ).toBe(true)
})
