import fc from 'fast-check'
import { parseYaml } from '../../src/source/parse-yaml.ts'

/** A text of YAML as people might type it: other indents, spaces, quotes, comments and blank lines everywhere. */
interface Typed {
  readonly lines: (indent: string) => readonly string[]
  /** True where it can stand behind its key. */
  readonly isInline: boolean
}

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/)
const gap = fc.constantFrom(' ', '  ', '    ')
const note = fc.option(fc.constantFrom('# note', '#note', '# it is: so', "# don't"), { nil: '' })
const above = fc.array(fc.constantFrom('', '', '# above', '#above # twice', '# - a: b'), {
  maxLength: 3,
})
const step = fc.constantFrom('  ', '    ', '   ')

const inline = fc.oneof(
  word,
  fc.constantFrom(
    '12',
    '0123',
    '1.10',
    'true',
    'null',
    'two words',
    "'it''s'",
    "'a: b'",
    '"a\\tb"',
  ),
  fc.constantFrom('{}', '[]', '{a: 1,b: "c"}', '[ 1 , {a: b} ]', '"{{lead.Id}}"'),
)
const scalar: fc.Arbitrary<Typed> = fc.tuple(inline, note).map(([text, comment]) => ({
  isInline: true,
  lines: () => [comment === '' ? text : `${text} ${comment}`],
}))
const block: fc.Arbitrary<Typed> = fc
  .tuple(
    fc.constantFrom('|', '|-', '|+', '>', '>-', '>+'),
    step,
    note,
    fc.array(
      fc.constantFrom('text', '  more', '# no comment', '{"a": {{lead.Id}}}', '', '', 'x: y '),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([header, indent, comment, body]) => ({
    isInline: true,
    lines: (outer) => [
      comment === '' ? header : `${header} ${comment}`,
      `${outer}${indent}begin`,
      ...body.map((line) => (line === '' ? '' : `${outer}${indent}${line}`)),
    ],
  }))

const typed = fc.letrec<{ value: Typed; map: Typed; list: Typed }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    { arbitrary: block, weight: 1 },
    tie('map'),
    tie('list'),
  ),
  map: fc
    .tuple(
      step,
      fc.uniqueArray(fc.tuple(word, gap, tie('value'), above, note), {
        selector: ([key]) => key,
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([indent, entries]) => ({
      isInline: false,
      lines: (outer) =>
        entries.flatMap(([key, space, value, before, comment]) => [
          ...before.map((line) => (line === '' ? '' : outer + line)),
          ...entry(`${outer}${key}:`, value, { outer, indent, space, comment }),
        ]),
    })),
  list: fc
    .tuple(step, fc.array(fc.tuple(gap, tie('value'), above, note), { minLength: 1, maxLength: 3 }))
    .map(([indent, items]) => ({
      isInline: false,
      lines: (outer) =>
        items.flatMap(([space, value, before, comment]) => [
          ...before.map((line) => (line === '' ? '' : outer + line)),
          ...entry(`${outer}-`, value, { outer, indent, space, comment }),
        ]),
    })),
}))

interface Layout {
  readonly outer: string
  readonly indent: string
  readonly space: string
  readonly comment: string
}

function entry(
  head: string,
  value: Typed,
  { outer, indent, space, comment }: Layout,
): readonly string[] {
  const lines = value.lines(value.isInline ? outer : outer + indent)
  const [first = '', ...others] = lines
  if (value.isInline) return [`${head}${space}${first}`, ...others]
  return [comment === '' ? head : `${head}${space}${comment}`, ...lines]
}

/** Documents as people might type them, all of which can be read. */
export const typedDocument: fc.Arbitrary<string> = fc
  .tuple(typed.map, above, fc.boolean())
  .map(([map, below, isWindows]) => {
    const lines = [...map.lines(''), ...below, '']
    return lines.join(isWindows ? '\r\n' : '\n')
  })
  .filter((text) => parseYaml({ path: 'a.yaml', text }).diagnostics.length === 0)
