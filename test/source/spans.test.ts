import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument, visit } from 'yaml'
import { spanWithin, type LocatedText } from '../../src/base/located-text.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import type { SourceNode } from '../../src/source/source-node.ts'

const FILE = 'a.yaml'
const TOKENS = /\{\{[^{}]*\}\}/g

/** The text under `template` of a YAML file. */
function template(text: string): LocatedText {
  const { root, diagnostics } = parseYaml({ path: FILE, text })
  expect(diagnostics).toEqual([])
  const entry = root?.kind === 'mapping' ? root.entries.at(-1) : undefined
  if (entry?.value.kind !== 'scalar') throw new Error('no scalar')
  return entry.value.text
}

/** What the source says where each token of the value was written. */
function tokensInSource(yaml: string): readonly (readonly [value: string, source: string])[] {
  const text = template(yaml)
  return [...text.value.matchAll(TOKENS)].map((match) => {
    const span = spanWithin(text, match.index, match.index + match[0].length)
    return [match[0], yaml.slice(span.start, span.end)]
  })
}

test.each([
  ['plain', 'template: a {{lead.Id}} b'],
  ['plain over lines', 'template: a\n  {{lead.Id}}\n\n  b {{my.X}}\n'],
  ['single-quoted', "template: 'it''s {{lead.Id}} ''{{my.X}}'''"],
  ['single-quoted over lines', "template: 'a  \n\n\n   b {{lead.Id}}\n  c'"],
  ['double-quoted', 'template: "\\"{{lead.Id}}\\" \\u00e9\\n{{my.X}}"'],
  ['double-quoted over lines', 'template: "a\\\n   b {{lead.Id}}\n\n  \\  {{my.X}}"'],
  ['literal', 'template: |\n  {"a": {{lead.Id}},\n   "b": {{my.X}}}\n'],
  ['literal with indicators', 'template: |2-  # note\n    {{lead.Id}}\n\n\n'],
  ['literal kept', 'template: |+\n  {{lead.Id}}\n\n \n'],
  ['literal with tabs', 'template: |\n  \t{{lead.Id}}\t{{my.X}}\n'],
  ['folded', 'template: >\n  a {{lead.Id}}\n  b\n\n  c {{my.X}}\n'],
  ['folded, more indented', 'template: >-\n  a\n    {{lead.Id}}\n\n      b\n  {{my.X}}\n'],
  ['astral', 'template: "😀 {{lead.Id}} 👩‍💻 {{my.X}}"'],
])('the source at a token is the token: %s', (_style, yaml) => {
  for (const text of [yaml, yaml.replaceAll('\n', '\r\n')]) {
    const tokens = tokensInSource(text)
    expect(tokens.length).toBeGreaterThan(0)
    for (const [value, source] of tokens) expect(source).toBe(value)
  }
})

test('a token that is folded in the middle spans both lines', () => {
  expect(tokensInSource('template: >\n  a {{lead.First\n  Name}} b\n')).toEqual([
    ['{{lead.First Name}}', '{{lead.First\n  Name}}'],
  ])
})

const KNOWN_TOKENS = /\{\{(?:lead\.Id|my\.Region Code|lead\.Lead Score:default=0)\}\}/g
const word = fc.oneof(
  fc.constantFrom('{{lead.Id}}', '{{my.Region Code}}', '{{lead.Lead Score:default=0}}'),
  fc.string({
    unit: fc.constantFrom('a', 'Z', '9', 'é', '😀', '"', "'", '\\', '&', ',', '{', '}', ':', '#'),
  }),
)
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(' ').trim())
const lines = fc.array(line, { minLength: 1, maxLength: 6 })
const ending = fc.constantFrom('\n', '\r\n')

function styles(text: readonly string[], newline: string): readonly string[] {
  const body = text.map((each) => (each === '' ? '' : `  ${each}`)).join(newline)
  const spaced = text
    .map((each, index) => `${index % 2 === 0 ? '  ' : '    '}${each}`)
    .join(newline)
  const quoted = JSON.stringify(text.join('\n'))
  const foldedQuotes = `"${text.map((each) => JSON.stringify(each).slice(1, -1)).join(`${newline}  `)}"`
  const single = `'${text.map((each) => each.replaceAll("'", "''")).join(`${newline}  `)}'`
  const blocks = ['|', '>', '|-', '>-', '|+', '>+'].map(
    (header) => `${header}${newline}${body}${newline}`,
  )
  const indented = ['|2', '>2-'].map((header) => `${header}${newline}${spaced}${newline}${newline}`)
  return [...blocks, ...indented, quoted, foldedQuotes, single]
}

test('every style: our reading is the parser’s, and the source at each token is the token', () => {
  fc.assert(
    fc.property(lines, ending, (text, newline) => {
      for (const scalar of styles(text, newline)) {
        const yaml = `first: 1${newline}template: ${scalar}`
        const parsed = parseDocument(yaml)
        if (parsed.errors.length > 0) continue
        const located = template(yaml)
        expect(located.value).toBe(parsed.get('template'))
        expectExact(located, yaml)
      }
    }),
    { numRuns: 300 },
  )
})

/** Looks at the known tokens only: chance also writes `{{\\}}`, whose source under quotes is escaped. */
function expectExact(text: LocatedText, yaml: string): void {
  for (const match of text.value.matchAll(KNOWN_TOKENS)) {
    const span = spanWithin(text, match.index, match.index + match[0].length)
    expect(yaml.slice(span.start, span.end)).toBe(match[0])
  }
}

test('pieces cover the value without a gap', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const { value, pieces } = template(`template: ${styles(text, '\n')[0] ?? ''}`)
      const ends = pieces.map((piece) => piece.end)
      expect(pieces.map((piece) => piece.start)).toEqual(
        value === '' ? [] : [0, ...ends.slice(0, -1)],
      )
      expect(ends.at(-1) ?? 0).toBe(value.length)
    }),
  )
})

const CHARACTERS = 'aé😀#:-?>|\'"\u00a0\u2028 \t\n\n\\'
const RUNS = ['{{lead.Id}}', '   ', '\n  ', '\r\n', '\\\n', '\\n', '\\"', '\\x41', '\\P', '\\ ']
const PIECES = [...CHARACTERS, ...RUNS, '\\\t', '\\ud83d\\ude00', '\\U0001F600']
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((text) => text.join(''))
const header = fc.tuple(
  fc.constantFrom('|', '>'),
  fc.constantFrom('', '', '1', '2', '3'),
  fc.constantFrom('', '-', '+'),
  fc.constantFrom('\n', '  # note\n', '\r\n'),
)

/** Any text in any style, mended only where it would end the scalar: what is no YAML is left out. */
const anyScalar = fc.oneof(
  anyText,
  anyText.map((text) => `'${text.replaceAll("'", "''")}'`),
  anyText.map((text) => `"${text.replaceAll(/(?<!\\)"/g, '\\"')}"`),
  fc
    .tuple(header, anyText)
    .map(([head, text]) => `${head.join('')}  ${text.replaceAll('\n', '\n  ')}\n`),
)

test('whatever a scalar holds, our reading is the parser’s and no part of it loses its place', () => {
  fc.assert(
    fc.property(
      anyScalar,
      fc.constantFrom('template: ', '- - ', 'a:\n  template: '),
      (scalar, key) => {
        const yaml = key + scalar
        const { root, diagnostics } = parseYaml({ path: FILE, text: yaml })
        if (root === undefined || diagnostics.length > 0) return
        const texts = textsOf(root)
        expect(texts.map(({ value }) => value)).toEqual(stringsIn(yaml))
        for (const text of texts) expectPlaced(text, yaml)
      },
    ),
    { numRuns: 3000 },
  )
})

function textsOf(node: SourceNode): readonly LocatedText[] {
  if (node.kind === 'sequence') return node.items.flatMap(textsOf)
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [node.text] : []
  return node.entries.flatMap(({ key, value }) => [...textsOf(key), ...textsOf(value)])
}

function stringsIn(yaml: string): readonly string[] {
  const strings: string[] = []
  visit(parseDocument(yaml), {
    Scalar: (_key, { value }) => {
      if (typeof value === 'string') strings.push(value)
    },
  })
  return strings
}

/** Pieces of equal length say the same, but for a line break that was folded into a space. */
function expectPlaced(text: LocatedText, yaml: string): void {
  for (const { start, end, at } of text.pieces) {
    const isWhole = at.start === text.at.start && at.end === text.at.end
    const isUnitByUnit = end - start === at.end - at.start
    expect(isWhole && !isUnitByUnit && text.value.trim() !== '').toBe(false)
    if (!isUnitByUnit || end - start === 1) continue
    const source = yaml.slice(at.start, at.end).replaceAll('\n', ' ')
    expect(source).toBe(text.value.slice(start, end).replaceAll('\n', ' '))
  }
}
