import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { lineTextAt, positionAt } from '../../src/source/position-at.ts'
import { plainValue, printYaml } from '../../src/source/print-yaml.ts'
import { YAML_LIMITS } from '../../src/source/yaml-problem.ts'

function read(text: string): { readonly value: unknown; readonly found: readonly string[] } {
  const file = { path: 'a.yaml', text }
  const { root, diagnostics } = parseYaml(file)
  const found = diagnostics.map(({ rule, at, message }) => {
    const { line, column } = positionAt(file, at.start)
    return `${line}:${column} ${rule} ${message}`
  })
  return { value: root === undefined ? undefined : plainValue(root), found }
}

test('reads maps, lists and the scalars of the core schema', () => {
  expect(read('a: {b: [1, x, null, true]}\nc: no\nd: 2027-03-01\n')).toEqual({
    value: { a: { b: [1, 'x', null, true] }, c: 'no', d: '2027-03-01' },
    found: [],
  })
})

test.each([
  ['a: 1\nb: 2\na: 3\n', '3:1 duplicate-key the key "a" stands here a second time'],
  ['a: &x {b: 1}\nc:\n  <<: *x\n', '3:3 no-merge-key merge keys are not allowed'],
  ['a: !!js/function x\n', '1:4 yaml-tag the tag "!!js/function" is not allowed'],
  ['a: 1\n---\nb: 2\n', '2:1 yaml-syntax a second document begins here'],
  [
    'a: &x [*x]\n',
    '1:8 yaml-within-limits the alias stands for a node that it is itself a part of',
  ],
  ['b: *x\na: &x 1\n', '1:4 yaml-syntax no "&x" stands above this alias'],
  ['a: !!binary aGk=\n', '1:4 yaml-tag the tag "!!binary" is not allowed'],
  ['%YAML 1.1\n---\na: no\n', '1:1 yaml-syntax the directive "%YAML 1.1" is not allowed'],
  ['{: 1}\n', '1:2 yaml-syntax a key is missing here'],
  ['? [a]\n: 1\n', '1:3 yaml-syntax a key must be a plain text'],
])('%j is refused where it stands', (text, expected) => {
  expect(read(text).found.join('\n')).toContain(expected)
})

test.each([
  'a: 1\nb: 2\n',
  'a: &x {b: 1}\nc: *x\n',
  'a: !!str 1\n',
  '\ufeffa: 1\n',
  '---\n1: a\n...\n',
  '# only a comment\n',
  '',
])('%j is let through', (text) => {
  expect(read(text).found).toEqual([])
})

test('a damaged line leaves the rest readable', () => {
  const { value, found } = read('a: 1\nb: "open\nc: 3\n')
  expect(found.length).toBeGreaterThan(0)
  expect(value).toMatchObject({ a: 1 })
})

test('an alias bomb ends in one finding', () => {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let row = 1; row < 9; row++) {
    rows.push(`a${row}: &a${row} [${Array.from({ length: 9 }, () => `*a${row - 1}`).join(', ')}]`)
  }
  const { found } = read(rows.join('\n'))
  expect(found.filter((line) => line.includes('yaml-within-limits'))).toHaveLength(1)
})

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test('nesting below the limit is read, above it is refused', () => {
  expect(read(nested(YAML_LIMITS.depth)).found).toEqual([])
  expect(read(nested(YAML_LIMITS.depth + 4)).found.join()).toContain('yaml-within-limits')
})

test('aliases that nest deeper than the limit are refused', () => {
  const rows = Array.from({ length: 70 }, (_, row) => `a${row + 1}: &a${row + 1} [*a${row}]`)
  const { found } = read(`a0: &a0 []\n${rows.join('\n')}\n`)
  expect(found).toEqual([expect.stringContaining('yaml-within-limits aliases nest deeper')])
})

test.each([
  ['open brackets', '['.repeat(100_000)],
  ['open maps', '{a: '.repeat(50_000)],
  ['dashes', '- '.repeat(100_000)],
  ['closing brackets', '}'.repeat(100_000)],
  ['anchors', '&a '.repeat(20_000)],
  ['aliases', `a: &x 1\nb: [${'*x, '.repeat(20_000)}]\n`],
  ['white space in quotes', `a: "${' \t'.repeat(200_000)}b"`],
  ['folded white space', `a: "${' '.repeat(100_000)}${' \n'.repeat(50_000)}b"`],
])('a long run of %s is read in time and with few findings', (_name, text) => {
  expect(read(text).found.length).toBeLessThanOrEqual(10)
})

test('a file over the limit is refused without being read', () => {
  expect(read('x'.repeat(YAML_LIMITS.characters + 1)).found.join()).toContain('yaml-within-limits')
})

test('no text makes the reader throw', () => {
  const piece = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '-',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '&x',
    '*x',
    '!',
    '%',
    '\t',
    '\r',
    '?',
    ',',
    '#',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      expect(Array.isArray(parseYaml({ path: 'a', text: pieces.join('') }).diagnostics)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('printing and reading again gives the same value', () => {
  const value = fc.dictionary(
    fc.string({ minLength: 1 }),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
  )
  fc.assert(
    fc.property(value, (data) => {
      const { root } = parseYaml({ path: 'a', text: JSON.stringify(data) })
      if (root === undefined || '<<' in data) return
      const printed = printYaml(root, { provenance: 'none', files: [] })
      expect(read(printed).value).toEqual(data)
    }),
  )
})

test('provenance names the line of every value', () => {
  const file = { path: 'a.yaml', text: 'a: 1\nb:\n  c: x\n  d: [y, z]\n' }
  const { root } = parseYaml(file)
  expect(root && printYaml(root, { provenance: 'comments', files: [file] })).toBe(
    'a: 1 # a.yaml:1\nb:\n  c: x # a.yaml:3\n  d:\n    - y # a.yaml:4\n    - z # a.yaml:4\n',
  )
})

test('a literal text carries its place behind its header, and keys keep their order', () => {
  const file = { path: 'a.yaml', text: '10: |\n  x\n  y\n2: 1.10\n' }
  const { root } = parseYaml(file)
  expect(root && printYaml(root, { provenance: 'comments', files: [file] })).toBe(
    '"10": | # a.yaml:1\n  x\n  y\n"2": 1.10 # a.yaml:4\n',
  )
})

test('lines and columns count from one, also behind the end and with CRLF', () => {
  const file = { path: 'a', text: 'ab\r\n😀c' }
  expect([0, 3, 4, 6, 99].map((offset) => positionAt(file, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 4 },
    { line: 2, column: 1 },
    { line: 2, column: 3 },
    { line: 2, column: 4 },
  ])
  expect(lineTextAt(file, 1)).toBe('ab')
  expect(lineTextAt(file, 2)).toBe('😀c')
})
