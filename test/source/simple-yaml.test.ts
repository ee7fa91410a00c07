import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWholeYaml } from '../../src/source/parse-whole-yaml.ts'
import { readSimpleYaml } from '../../src/source/simple/read-simple-yaml.ts'
import type { SourceNode } from '../../src/source/source-node.ts'
import { typedDocument } from '../support/typed-yaml.ts'

/** What is read without the parser, after it has been compared with what the parser reads. */
function readAlike(text: string): SourceNode | undefined {
  const file = { path: 'a.yaml', text }
  const simple = readSimpleYaml(file)
  if (simple !== undefined) expect(parseWholeYaml(file)).toEqual({ root: simple, diagnostics: [] })
  return simple
}

/** Every YAML file of the repository, by its path. */
const FILES = ['programs', 'fixtures', 'test', 'bench/planted'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
)

test('every file of the repository is read as the parser reads it', () => {
  const left = FILES.filter((path) => readAlike(readFileSync(path, 'utf8')) === undefined)
  expect(left.filter((path) => path.startsWith('programs/'))).toEqual([])
  expect(left.length).toBeLessThan(FILES.length / 8)
})

test.each([
  ['a map', 'a: 1\nb: c # d\n'],
  ['comments everywhere', '# a\n\nb: # c\n  # d\n  e: f\n# g\n'],
  ['lists', 'a:\n  - b\n  -   c: d\n      e: f\n  - - g\n    - h\n'],
  ['braces on several lines', 'a: {b: c, # d\n  "e": [f, [], {}],\n}\n'],
  ['braces below their key', 'a:\n  {b: c}\nd:\n  - {e: f}\n'],
  ['quotes', 'a: \'it\'\'s\'\nb: "c\\n\\"d\\""\n"e f": \'\'\n'],
  ['blocks', 'a: |\n  b\n\n    c\n\n\nd: >- # e\n    f\n    g\n\n     h\n'],
  ['numbers and words', 'a: [1, -2.50, 0, true, null, ~, 2027-03-01, 90d, 1.2.3, -a]\n'],
  ['tokens', 'a: https://${b}/{{lead.Id}}?c=d#e\nf: "{{lead.Email Address}}"\n'],
])('read without the parser: %s', (_name, text) => {
  expect(readAlike(text)).toBeDefined()
})

test.each([
  ['a text of several lines', 'a: b\n  c\n'],
  ['quotes over several lines', 'a: "b\n  c"\n'],
  ['an anchor', 'a: &b c\nd: *b\n'],
  ['a tag', 'a: !!str b\n'],
  ['two documents', 'a: b\n---\nc: d\n'],
  ['a key twice', 'a: b\na: c\n'],
  ['a key twice in braces', 'a: {b: c, b: d}\n'],
  ['a merge', 'a:\n  <<: {b: c}\n'],
  ['a key without a value', 'a:\nb: c\n'],
  ['a key without a value in braces', 'a: {b}\n'],
  ['a list in the column of its key', 'a:\n- b\n'],
  ['a question mark', '? a\n: b\n'],
  ['another spelling of a number', 'a: 0x1f\n'],
  ['a number of many digits', 'a: 12345678901234567890\n'],
  ['a colon in a plain text', 'a: b: c\n'],
  ['a comment without a space', 'a: "b"#c\n'],
  ['a comment indented more than what follows', 'a:\n  b: c\n    # d\ne: f\n'],
  ['a line indented less than its first', 'a:\n    b: c\n  d: e\n'],
  ['braces that are not indented', 'a:\n  b: {c:\n  d}\n'],
  ['braces that do not end', 'a: {b: c\n'],
  ['an item without a comma', 'a: [b\n  c]\n'],
  ['an escape with digits', 'a: "\\u00e9"\n'],
  ['a block that keeps its end', 'a: |+\n  b\n\n'],
  ['an empty block', 'a: |\nb: c\n'],
  ['a tab', 'a:\tb\n'],
  ['line ends of Windows', 'a: b\r\n'],
  ['a mark of the encoding', '\ufeffa: b\n'],
  ['no line end', 'a: b'],
  ['nothing', '# a\n'],
  ['a long file', `a: ${'b'.repeat(60_000)}\n`],
])('left to the parser: %s', (_name, text) => {
  expect(readSimpleYaml({ path: 'a.yaml', text })).toBeUndefined()
})

const SLIPS = [
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n\n',
  ':',
  ': ',
  '- ',
  '-',
  '#',
  ' # c',
  '\n# c\n',
  '\n   # c\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|',
  '>',
  '|\n',
  '>-\n',
  '?',
  '&a ',
  '*a',
  '!t ',
  '%',
  '@',
  'null',
  '~',
  '1',
  '.5',
  '0x1',
  '1e3',
  'true',
  '\\',
  '<<: ',
  '---',
  '...',
  '\t',
  '\r\n',
  '\u00a0',
]
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', '', '', ...SLIPS)), {
  maxLength: 4,
})
const starts = fc.oneof(
  typedDocument,
  fc.constantFrom(
    ...FILES.map((path) => readFileSync(path, 'utf8')).filter(({ length }) => length < 3000),
  ),
)

test('whatever slips of the pen a document holds, it is read as the parser reads it, or left to it', () => {
  let read = 0
  fc.assert(
    fc.property(starts, edits, (start, slips) => {
      const text = slips.reduce((typed, [place, removed, added]) => {
        const at = place % (typed.length + 1)
        return typed.slice(0, at) + added + typed.slice(at + removed)
      }, start)
      if (readAlike(text) !== undefined) read += 1
    }),
    { numRuns: 2000 },
  )
  expect(read).toBeGreaterThan(200)
})
