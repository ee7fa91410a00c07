import { expect, test } from 'vitest'
import type { Fix } from '../../src/diagnostic/finding.ts'
import { applyEdits } from '../../src/source/apply-edits.ts'

const file = { path: 'a.yaml', text: 'one two three' }

type Edit = Fix['edits'][number]

function edit(start: number, end: number, text: string): Edit {
  return { at: { file: file.path, start, end }, text }
}

test('edits are made in the order of the text, and only in their own file', () => {
  const elsewhere = { at: { file: 'b.yaml', start: 4, end: 7 }, text: '2' }
  const edits = [edit(8, 13, '3'), edit(0, 3, '1'), elsewhere]
  expect(applyEdits(file, edits)).toBe('1 two 3')
})

test('two insertions at neighbouring places are both made', () => {
  expect(applyEdits(file, [edit(3, 3, '!'), edit(4, 4, '?')])).toBe('one! ?two three')
})

test('of two edits that overlap only the first is made', () => {
  expect(applyEdits(file, [edit(2, 9, '-'), edit(0, 3, '1')])).toBe('1 two three')
})
