import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { parseBaseline, printBaseline, type BaselineEntry } from '../../src/suppression/baseline.ts'
import { baselineOf } from '../../src/suppression/baseline-entries.ts'
import { matchBaseline } from '../../src/suppression/match-baseline.ts'
import { relativePath } from '../../src/suppression/relative-path.ts'

const PATH = 'programs/p/program.yaml'

function findings(text: string, words: readonly string[]): readonly Diagnostic[] {
  return words.map((word, nth) => {
    const start = text.indexOf(word)
    const at = { file: PATH, start, end: start + word.length }
    return { rule: 'https-url', severity: 'error', at, message: `finding ${nth}` }
  })
}

function entriesOf(text: string, words: readonly string[]): readonly BaselineEntry[] {
  const files = [{ path: PATH, text }]
  return baselineOf(findings(text, words), { files, folder: 'programs' })
}

/** How many of the findings in a text a baseline does not know, and how many of its entries are stale. */
function compare(before: [string, string[]], after: [string, string[]]): readonly number[] {
  const [text, words] = after
  const sources = { files: [{ path: PATH, text }], folder: 'programs' }
  const baseline = { entries: entriesOf(...before) }
  const { left, stale } = matchBaseline(findings(text, words), baseline, sources)
  return [left.length, stale.length]
}

test.each<[string, [string, string[]], [string, string[]], readonly number[]]>([
  ['the same', ['a: x\n', ['x']], ['a: x\n', ['x']], [0, 0]],
  ['moved and indented', ['a: x\n', ['x']], ['b: 1\n\n   a:  x\n', ['x']], [0, 0]],
  ['changed', ['a: x\n', ['x']], ['a: xy\n', ['x']], [1, 1]],
  ['gone', ['a: x\n', ['x']], ['a: y\n', []], [0, 1]],
  ['one more in the same line', ['a: x y\n', ['x']], ['a: x y\n', ['x', 'y']], [1, 0]],
  ['one less in the same line', ['a: x y\n', ['x', 'y']], ['a: x y\n', ['x']], [0, 1]],
  [
    'the last of several lines changed',
    ['a: x\n y\n', ['x\n y']],
    ['a: x\n z\n', ['x\n z']],
    [1, 1],
  ],
])('a finding that is %s', (_name, before, after, expected) => {
  expect(compare(before, after)).toEqual(expected)
})

test('how often leads show the same fault is not counted', () => {
  const counterexample = { lead: {}, request: '', received: '', replay: '', curl: '' }
  const shown = (count: number): readonly Diagnostic[] =>
    findings(
      'a: x\n',
      Array.from({ length: count }, () => 'x'),
    ).map((finding) => ({
      ...finding,
      counterexample,
    }))
  const sources = { files: [{ path: PATH, text: 'a: x\n' }], folder: 'programs' }
  const match = (before: number, now: number): readonly number[] => {
    const entries = baselineOf(shown(before), sources)
    const { left, stale } = matchBaseline(shown(now), { entries }, sources)
    return [left.length, stale.length]
  }
  expect(match(1, 3)).toEqual([0, 0])
  expect(match(3, 1)).toEqual([0, 0])
  expect(match(1, 0)).toEqual([0, 1])
  expect(match(0, 1)).toEqual([1, 0])
})

test('what is secret stands in no baseline', () => {
  const text = 'a: hunter2-hunter2\n'
  const files = [{ path: PATH, text, hidden: [{ file: PATH, start: 3, end: 18 }] }]
  const [entry] = baselineOf(findings(text, ['hunter2']), { files, folder: 'programs' })
  expect(entry?.source).toBe('a: ***************')
})

const entry: fc.Arbitrary<BaselineEntry> = fc.record({
  rule: fc.constantFrom('https-url', 'known-token'),
  file: fc.constantFrom('a/program.yaml', 'b/program.yaml'),
  source: fc.string({ unit: 'grapheme' }),
  fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
  count: fc.integer({ min: 1, max: 9 }),
})

test('a baseline is the same text for the same entries in any order, and is read back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: (each) => each.fingerprint }), (entries) => {
      const text = printBaseline(entries)
      expect(printBaseline(entries.toReversed())).toBe(text)
      expect(printBaseline(parseBaseline(text)?.entries ?? [])).toBe(text)
    }),
  )
})

test.each([
  '',
  '[]',
  'null',
  '{"formatVersion":2,"findings":[]}',
  '{"formatVersion":1}',
  '{"formatVersion":1,"findings":[{}]}',
])('%s is no baseline', (text) => {
  expect(parseBaseline(text)).toBeUndefined()
})

test.each([
  ['programs', 'programs/p/program.yaml', 'p/program.yaml'],
  ['programs', 'schemas/a.json', '../schemas/a.json'],
  ['../programs', '../programs/p/program.yaml', 'p/program.yaml'],
  ['../programs', '../schemas/a.json', '../schemas/a.json'],
  ['', 'p/program.yaml', 'p/program.yaml'],
  ['..', '../p/program.yaml', 'p/program.yaml'],
  ['..', '../../schemas/a.json', '../schemas/a.json'],
])('from %s, %s is %s', (folder, path, expected) => {
  expect(relativePath(folder, path)).toBe(expected)
})
