import { expect, test } from 'vitest'
import { subtleWords, valueLines } from '../../../src/report/diff/value-lines.ts'
import { sampleChange } from './sample-diff.ts'

function lines(before: string | undefined, after: string | undefined): readonly string[] {
  return valueLines(sampleChange({ before, after })).map(({ mark, text }) => `${mark} ${text}`)
}

function subtle(before: string, after: string): string | undefined {
  return subtleWords(sampleChange({ before, after }))
}

test('what there was and what there is stand below each other', () => {
  expect(lines('a', 'b')).toEqual(['- a', '+ b'])
  expect(lines(undefined, 'b')).toEqual(['+ b'])
  expect(lines('a', undefined)).toEqual(['- a'])
  expect(lines('a', '')).toEqual(['- a', '+ (empty)'])
})

test('nothing is invisible', () => {
  expect(lines(' a ', 'a\u00a0\t')).toEqual(['- \\u{20}a\\u{20}', '+ a\\u{a0}\\t'])
})

test('of several lines those are shown that differ, with one around them', () => {
  expect(lines('a\nb\nc\nd\n', 'a\nb\nC \nd\n')).toEqual(['  b', '- c', '+ C\\u{20}', '  d'])
  expect(lines('a\nb\n', 'a\nb')).toContain('  (no line break at the end)')
})

test('many lines are counted, and a long line is cut around what differs', () => {
  const many = Array.from({ length: 100 }, (_, nth) => `line ${nth}`).join('\n')
  expect(lines('', many).at(-1)).toMatch(/^ {2}… \d+ more lines$/)
  const long = 'x'.repeat(1_000)
  const [before = '', after = ''] = lines(`${long}a${long}`, `${long}b${long}`)
  expect(before.length).toBeLessThan(200)
  expect(before).toContain('a')
  expect(after).toContain('b')
})

test('characters that look alike are named', () => {
  expect(subtle('Send lead', 'Send\u00a0lead')).toBe(
    'character 5: U+0020 space before, U+00A0 no-break space after',
  )
  expect(subtle('Send', 'S\u0435nd')).toBe('character 2: U+0065 small e before, U+0435 е after')
  expect(subtle('a', 'a ')).toBe('character 2: nothing before, U+0020 space after')
  expect(subtle('x\na', 'x\na\u200b')).toBe(
    'line 2, character 2: nothing before, U+200B zero width space after',
  )
})

test('what anybody sees is not explained', () => {
  expect(subtle('JSON', 'None')).toBeUndefined()
  expect(subtle('50', '20')).toBeUndefined()
  expect(subtle('Müller', 'Schmidt')).toBeUndefined()
})
