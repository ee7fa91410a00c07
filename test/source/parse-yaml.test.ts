import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml, YAML_LIMITS } from '../../src/source/parse-yaml.ts'
import { lineTextAt, positionAt } from '../../src/source/position-at.ts'
import { plainValue, printYaml } from '../../src/source/print-yaml.ts'

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
  ['a: &x [*x]\n', 'yaml-within-limits'],
])('%j is refused where it stands', (text, expected) => {
  expect(read(text).found.join('\n')).toContain(expected)
})

test.each(['a: 1\nb: 2\n', 'a: &x {b: 1}\nc: *x\n', '# only a comment\n', ''])(
  '%j is let through',
  (text) => {
    expect(read(text).found).toEqual([])
  },
)

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

test('nesting below the limit is read, above it is refused', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
  expect(read(nested(YAML_LIMITS.depth)).found).toEqual([])
  expect(read(nested(YAML_LIMITS.depth + 4)).found.join()).toContain('yaml-within-limits')
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
