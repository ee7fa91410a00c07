import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYaml } from '../../src/source/format/format-yaml.ts'
import { whatIsRead } from '../../src/source/format/what-is-read.ts'
import { typedDocument } from '../support/typed-yaml.ts'

function format(text: string): string {
  const formatted = formatYaml({ path: 'a.yaml', text })
  return formatted.status === 'formatted' ? formatted.text : JSON.stringify(formatted)
}

test.each<[string, string, string]>([
  ['two spaces a level', 'a:\n    b:\n          - c\n', 'a:\n  b:\n    - c\n'],
  ['an indented list', 'a:\n- b\n- c: 1\n  d: 2\n', 'a:\n  - b\n  - c: 1\n    d: 2\n'],
  ['one space behind a colon', 'a:   b\n', 'a: b\n'],
  ['one blank line at most', '\n\na: 1\n\n\n\nb: 2\n\n\n', 'a: 1\n\nb: 2\n'],
  ['one space before a comment', 'a: 1     # b\n', 'a: 1 # b\n'],
  ['a comment behind a key', 'a:  # b\n    c: 1\n', 'a: # b\n  c: 1\n'],
  ['a comment behind and below a key', 'a: # b\n    # c\n    d: 1\n', 'a: # b\n  # c\n  d: 1\n'],
  ['blank lines between comments', '# a\n\n\n\n# b\nc: 1\n', '# a\n\n# b\nc: 1\n'],
  ['a comment at the end of a map', 'a:\n  b: 1\n\n\n  # c\nd: 1\n', 'a:\n  b: 1\n\n  # c\nd: 1\n'],
  ['braces without padding', 'a: { b: 1,c: [ 2,3 ] }\n', 'a: {b: 1, c: [2, 3]}\n'],
  ['braces in one line where they fit', 'a: {b: 1,\n   c: 2}\n', 'a: {b: 1, c: 2}\n'],
  ['double quotes', "a: 'b: c'\n", 'a: "b: c"\n'],
  ['single quotes where double ones need escapes', 'a: \'"b"\'\n', 'a: \'"b"\'\n'],
  ['single quotes around a backslash', "a: 'b\\c'\n", "a: 'b\\c'\n"],
  ['escapes as they are written', 'a: "\\x41\\u00e9"\n', 'a: "\\x41\\u00e9"\n'],
  ['numbers as they are written', 'a: [0123, 0x1F, 1.10, 1e3]\n', 'a: [0123, 0x1F, 1.10, 1e3]\n'],
  ['nothing, in both spellings', 'a:\nb: ~\n', 'a:\nb: ~\n'],
  ['a comment below nothing', 'a:\n  b:\n  # x\n  c: 1\n', 'a:\n  b:\n  # x\n  c: 1\n'],
  ['comments behind and below nothing', 'a:  # x\n# y\nb: 1\n', 'a: # x\n# y\nb: 1\n'],
  ['a comment below nothing at the end', 'a:\n  b:\n  # x\nc: 1\n', 'a:\n  b:\n  # x\nc: 1\n'],
  ['a text of several lines in one', 'a: b\n   c\nd: "e\n  f"\n', 'a: b c\nd: "e f"\n'],
  ['a plain text of two paragraphs', 'a: b\n\n   c\n', 'a: "b\\nc"\n'],
  [
    'a block, moved',
    'a:\n      b: |\n            c\n              d\n',
    'a:\n  b: |\n    c\n      d\n',
  ],
  ['a block that begins with spaces', 'a: |4\n      b\n    c\n', 'a: |2\n    b\n  c\n'],
  ['a block that keeps its end', 'a: |+\n   b\n\n\nc: 1\n', 'a: |+\n  b\n\n\nc: 1\n'],
  [
    'a folded block in the lines that were written',
    'a: >-\n    b\n    c\n\n    d\n',
    'a: >-\n  b\n  c\n\n  d\n',
  ],
  ['a comment behind the header of a block', 'a: |   # b\n     c\n', 'a: | # b\n  c\n'],
  ['a blank line behind a block', 'a: |\n  b\n\n\nc: 1\n', 'a: |\n  b\n\nc: 1\n'],
  ['line ends of one kind', 'a: 1\r\nb: |\r\n  c\r\n', 'a: 1\nb: |\n  c\n'],
  ['no mark of a document', '---\na: 1\n...\n', 'a: 1\n'],
  ['anchors and aliases', 'a:  &b {c: 1}\nd:  *b\n', 'a: &b {c: 1}\nd: *b\n'],
])('the layout: %s', (_name, before, after) => {
  expect(format(before)).toBe(after)
  expect(format(after)).toBe(after)
})

test('braces that are too long become lines', () => {
  const item = `{name: ${'n'.repeat(60)}, value: ${'v'.repeat(60)}}`
  const after = format(`a:\n  - ${item}\n`)
  expect(after).toBe(
    `a:\n  - {\n      name: ${'n'.repeat(60)},\n      value: ${'v'.repeat(60)}\n    }\n`,
  )
  expect(format(after)).toBe(after)
})

test.each(['a: [1\n', 'a: 1\na: 2\n', 'a: !x 1\n', '%YAML 1.1\n---\na: 1\n'])(
  'what cannot be read is left alone: %j',
  (text) => {
    expect(formatYaml({ path: 'a.yaml', text }).status).toBe('unreadable')
  },
)

test('an empty file stays empty', () => {
  expect(format('')).toBe('')
})

test('whatever is typed, every value and comment stays, and a second time changes nothing', () => {
  fc.assert(
    fc.property(typedDocument, (text) => {
      const file = { path: 'a.yaml', text }
      const formatted = formatYaml(file)
      expect(formatted.status).toBe('formatted')
      if (formatted.status !== 'formatted') return
      const said = (of: string): readonly string[] =>
        whatIsRead({ ...file, text: of }).map(({ what }) => what)
      expect(said(formatted.text)).toEqual(said(text))
      expect(format(formatted.text)).toBe(formatted.text)
    }),
    { numRuns: 300 },
  )
})

/** Keys without a value between comments, which the library reads in many ways. */
const sparseDocument = typedDocument.map((text) => text.replace(/: (?:true|null|12)$/gm, ':'))

test('where nothing stands between comments a file may be refused, and never says anything else', () => {
  fc.assert(
    fc.property(sparseDocument, (text) => {
      const formatted = formatYaml({ path: 'a.yaml', text })
      if (formatted.status !== 'formatted') return
      const said = (of: string): readonly string[] =>
        whatIsRead({ path: 'a.yaml', text: of }).map(({ what }) => what)
      expect(said(formatted.text)).toEqual(said(text))
    }),
    { numRuns: 200 },
  )
})
