import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { readNotes } from '../../src/render/read-notes.ts'

function noted(text: string): string | undefined {
  const { sections, problems } = readNotes(`## Diagnose\n\n${text}`)
  expect(problems).toEqual([])
  return sections.get(3)
}

function problems(text: string): readonly string[] {
  return readNotes(text).problems.map(
    ({ start, end, message }) => `${text.slice(start, end)} | ${message}`,
  )
}

test.each(['## Diagnose', '## 3. Diagnose', '## 3 diagnose', '## 3', 'DIAGNOSE\n---'])(
  '%j names the third section',
  (heading) => {
    const { sections, problems: found } = readNotes(`# Notes\n\n${heading}\n\nLook twice.\n`)
    expect(found).toEqual([])
    expect([...sections]).toEqual([[3, 'Look twice.\n']])
  },
)

test.each([
  ['raw HTML', 'a <script>alert(1)</script> b', 'a \\<script>alert(1)\\</script> b\n'],
  ['a block of raw HTML', '<div onclick="x">\nb\n</div>', '\\<div onclick="x">\nb\n\\</div>\n'],
  ['HTML in code', '`<b>`', '`<b>`\n'],
  ['a heading', '### Deeper', '#### Deeper\n'],
  ['a table', '| a |\n| - |\n| <i> |', '| a    |\n| ---- |\n| \\<i> |\n'],
  ['a link', '[wiki](https://wiki.example.com/a)', '[wiki](https://wiki.example.com/a)\n'],
  ['a relative link', '[plan](docs/plan.md)', '[plan](../../docs/plan.md)\n'],
  ['a link to the page', '[fix](#4-fix)', '[fix](#4-fix)\n'],
  [
    'a link by name',
    '[wiki][w]\n\n[w]: https://wiki.example.com',
    '[wiki](https://wiki.example.com)\n',
  ],
  ['an image', '![map](map.png)', '[map](../../map.png)\n'],
  ['an open block of code', '```\nopen', '```\nopen\n```\n'],
  ["Marketo's tokens", '{{lead.Id}}', '{{lead.Id}}\n'],
  ['tasks', '- [ ] ask', '- [ ] ask\n'],
])('%s', (_, written, printed) => {
  expect(noted(written)).toBe(printed)
})

test.each([
  ['## Diagnoze\n\nx', 'Diagnoze'],
  ['## Something else\n\nx', 'Something else'],
])('a heading that names no section is found: %j', (text, words) => {
  expect(problems(text)).toEqual([`## ${words} | there is no section "${words}"`])
})

test('the nearest section is offered, else all', () => {
  expect(readNotes('## Diagnoze').problems[0]?.help).toBe('did you mean "Diagnose"?')
  expect(readNotes('## Zzzzzz').problems[0]?.help).toMatch(/^the sections are: Stamp, First screen/)
})

test('text under no section, and links that lead to no page, are found', () => {
  expect(problems('# Notes\n\nlost\nwords\n\n## Fix\n\nkept')).toEqual([
    'lost | this text stands under no section',
  ])
  expect(
    problems('## Fix\n\n[x](javascript:alert) [y](//evil.example.com) [z](data:text/html,x)'),
  ).toEqual([
    '[x](javascript:alert) | this link does not lead to a page',
    '[y](//evil.example.com) | this link does not lead to a page',
    '[z](data:text/html,x) | this link does not lead to a page',
  ])
})

test('whatever notes hold, no HTML comes out of them, and nothing throws', () => {
  const piece = fc.constantFrom(
    '<b>',
    '`',
    '```\n',
    '\n\n',
    '[x](',
    ')',
    '<!--',
    '|',
    '\\',
    '* ',
    '> ',
    '&lt;',
    '## 4\n',
    'a',
    '    ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      for (const markdown of readNotes(`## Fix\n\n${pieces.join('')}`).sections.values()) {
        expect(JSON.stringify(fromMarkdown(markdown))).not.toContain('"type":"html"')
      }
    }),
    { numRuns: 500, seed: 7 },
  )
})
