import { expect, test } from 'vitest'
import { showDifference } from '../../src/cli/show-difference.ts'

test('a difference is shown with a line around it', () => {
  const shown = showDifference({ path: 'a.txt', actual: '1\n2\n3\n4\n', expected: '1\n2\nx\n4\n' })
  expect(shown).toMatch(/^--- a\.txt +on disk\n\+\+\+ a\.txt +from the definition\n@@/)
  expect(shown).toContain('\n 2\n-3\n+x\n 4\n')
})

test('what a file holds commands neither a terminal nor a runner', () => {
  const text = '::error::planted\n##[error]planted\n\u001b[31m\n'
  const shown = showDifference({ path: 'a.txt', actual: `1\n${text}`, expected: `2\n${text}3\n` })
  expect(shown).toContain('\n \\u{3a}:error::planted\n')
  expect(shown).not.toMatch(/^\s*::|##\[|\u001b/m)
})
