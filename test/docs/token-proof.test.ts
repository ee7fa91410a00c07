import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONTEXT_LAWS } from '../../src/contract/proof/token-contexts.ts'

test('the page on proofs has the law of every place, as the tool prints it', () => {
  const rows = readFileSync('docs/token-proof.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.map(([, title, law]) => [title, law])).toEqual(
    Object.values(CONTEXT_LAWS).map(({ title, law }) => [title, law]),
  )
})
