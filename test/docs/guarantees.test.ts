import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SENTENCES } from '../../src/guarantee/promise.ts'
import { MOST_STATES } from '../../src/guarantee/search.ts'

const PAGE = readFileSync('docs/guarantees.md', 'utf8')

test('the page on guarantees has every sentence with its meaning, as the tool knows it', () => {
  const rows = PAGE.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.map(([, sentence, meaning]) => [sentence, meaning])).toEqual(
    Object.entries(SENTENCES).map(([sentence, meaning]) => [`\`${sentence}\``, meaning]),
  )
})

test('the page on guarantees states the bound', () => {
  expect(PAGE).toContain(`${MOST_STATES.toLocaleString('en-US')} states`)
})
