import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYaml } from '../../src/source/format/format-yaml.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { plainValue } from '../../src/source/print-yaml.ts'
import { writeYaml } from '../../src/source/write-yaml.ts'

function read(text: string): unknown {
  const { root, diagnostics } = parseYaml({ path: 'new.yaml', text })
  expect(diagnostics).toEqual([])
  return root === undefined ? undefined : plainValue(root)
}

const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\t',
        '\r',
        '#',
        ':',
        '-',
        '"',
        "'",
        '|',
        '{',
        '\u2028',
        '\ufeff',
      ),
    )
    .map((characters) => characters.join('')),
)

test('every text is read as it was given', () => {
  fc.assert(
    fc.property(TEXT, TEXT, (first, second) => {
      const data = { a: first, b: { c: second, d: [first] } }
      expect(read(writeYaml(data, []))).toEqual(data)
    }),
    { numRuns: 500 },
  )
})

test('what is written is in the one layout', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const written = writeYaml({ a: 1, b: { c: text, d: [] } }, [
        { path: ['b', 'c'], text: 'note' },
      ])
      const formatted = formatYaml({ path: 'new.yaml', text: written })
      expect(formatted).toEqual({ status: 'formatted', text: written })
    }),
    { numRuns: 200 },
  )
})

test('texts of lines are blocks, remarks stand above their keys, and what is undefined is left out', () => {
  const data = { a: { template: '{\n  "x": 1\n}\n', url: undefined, on: 'yes' } }
  expect(writeYaml(data, [{ path: ['a', 'template'], text: 'guessed' }])).toBe(
    'a:\n  # guessed\n  template: |\n    {\n      "x": 1\n    }\n  on: yes\n',
  )
})
