import { expect, test } from 'vitest'
import { coveredByComment } from '../../src/source/covered-by-comment.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { readComments } from '../../src/source/read-comments.ts'

const HEAD = '# x'

/** What the first comment that begins with `# x` is about. */
function covered(text: string): string | undefined {
  const file = { path: 'a.yaml', text }
  const { root } = parseYaml(file)
  const comment = readComments(file).find((each) => each.text.startsWith(HEAD))
  const span = root && comment && coveredByComment(comment, root, file)
  return span && text.slice(span.start, span.end)
}

test.each<[string, string, string | undefined]>([
  ['the entry that follows, with its value', '# x\na: 1\nb: 2\n', 'a: 1'],
  ['an entry of a map inside', 'a:\n  # x\n  b:\n    c: 1\n  d: 2\n', 'b:\n    c: 1'],
  ['the entry behind blank lines and other comments', '# x\n\n# y\na: 1\nb: 2\n', 'a: 1'],
  ['a block of text whole', '# x\na: |\n  one\n  # two\nb: 2\n', 'a: |\n  one\n  # two'],
  ['an item of a list whole', 'a:\n  # x\n  - b: 1\n    c: 2\n  - d\n', 'b: 1\n    c: 2'],
  ['an item that is a text', 'a:\n  - b\n  # x\n  - c\n', 'c'],
  ['a value on a line of its own', 'a:\n  # x\n  "b"\nc: 1\n', '"b"'],
  ['an entry of a map in braces', 'a: {\n  # x\n  b: 1,\n  c: 2 }\n', 'b: 1'],
  ['what follows on a lesser indentation', 'a:\n  b: 1\n  # x\nc: 2\n', 'c: 2'],
  ['nothing at the end', 'a: 1\n# x\n', undefined],
  ['the entry, where a list has the dash before the comment', 'a:\n  - # x\n    b: 1\n', 'b: 1'],
  ['its own line', 'a: 1 # x\nb: 2\n', 'a: 1 '],
  [
    'the whole of a block of text that begins on its line',
    'a: | # x\n  one\nb: 2\n',
    'a: | # x\n  one',
  ],
  ['the whole of a text that ends on its line', 'a: "one\n  two" # x\nb: 2\n', 'a: "one\n  two" '],
  ['no more than the line of a map', 'a: # x\n  b: 1\n', 'a: '],
  ['its line with Windows line ends', 'a: 1\r\nb: 2 # x\r\nc: 3\r\n', 'b: 2 '],
])('a comment is about %s', (_name, text, expected) => {
  expect(covered(text)).toBe(expected)
})

test.each([
  ['a plain text', 'a: b#x\n'],
  ['a quoted text', 'a: "b # x"\n'],
  ['a block of text', 'a: |\n  # x\n  b # x\n'],
  ['a block that begins with one', '|\n# x\n'],
  ['several lines of plain text', 'a: b\n  c#x\n'],
])('no comment begins in %s', (_name, text) => {
  expect(readComments({ path: 'a.yaml', text })).toEqual([])
})

test('the places of comments are those of the file', () => {
  const text = '\ufeff# one\na: {b: "c # d", # two\n  e: 1}\nf: | # three\n  # four\n# five\n'
  const comments = readComments({ path: 'a.yaml', text })
  expect(comments.map(({ text: comment }) => comment)).toEqual([
    '# one',
    '# two',
    '# three',
    '# five',
  ])
  for (const { at, text: comment } of comments) expect(text.slice(at.start, at.end)).toBe(comment)
  expect(comments.map(({ isAlone }) => isAlone)).toEqual([true, false, false, true])
})
