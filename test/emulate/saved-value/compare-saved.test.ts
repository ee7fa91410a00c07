import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSaved } from '../../../src/emulate/saved-value/compare-saved.ts'
import { CAUSES } from '../../../src/emulate/saved-value/causes.ts'

const TEMPLATE = `{
  "email": {{lead.Email Address}},
  "score": {{lead.Lead Score:default=0}},
  "path": "C:\\\\leads"
}`

/** What a text became, what is said of it: the causes by id, `…` where they do not explain all, the place. */
const CASES: readonly (readonly [
  title: string,
  change: (text: string) => string,
  causes: string,
  place: string,
])[] = [
  ['curly quotes', (t) => t.replace('"email"', '“email”'), 'curly-quotes', '2:3'],
  ['low quotes', (t) => t.replaceAll(/"([^"]*)"/g, '„$1“'), 'curly-quotes', '2:3'],
  ['guillemets', (t) => t.replaceAll(/"([^"]*)"/g, '«$1»'), 'curly-quotes', '2:3'],
  ['a lost line break', (t) => t.replace(',\n  "score"', ',  "score"'), 'line-breaks', '2:35'],
  ['all line breaks lost', (t) => t.replaceAll('\n', ''), 'line-breaks', '1:2'],
  ['line breaks as spaces', (t) => t.replaceAll('\n', ' '), 'white-space', '1:2'],
  ['an added line break', (t) => t.replace('  "score"', '\n  "score"'), 'line-breaks', '3:1'],
  ['a trailing space', (t) => t.replace(',\n', ', \n'), 'trailing-space', '2:35'],
  ['a trailing tab at the end', (t) => `${t}\t`, 'trailing-space', '5:2'],
  ['a line break at the end', (t) => `${t}\n`, 'last-line-break', '5:2'],
  ['a space that does not break', (t) => t.replace(' A', '\u00a0A'), 'other-space', '2:24'],
  ['a space of no width', (t) => t.replace('score', 'sc\u200bore'), 'invisible-character', '3:6'],
  ['a byte order mark', (t) => `\ufeff${t}`, 'invisible-character', '1:1'],
  ['doubled backslashes', (t) => t.replaceAll('\\', '\\\\'), 'backslashes', '4:16'],
  ['halved backslashes', (t) => t.replace('\\\\', '\\'), 'backslashes', '4:15'],
  ['a small letter', (t) => t.replace('Email', 'email'), 'letter-case', '2:19'],
  ['a lost default', (t) => t.replace(':default=0', ''), 'token-default', '3:29'],
  ['another default', (t) => t.replace('=0', '=1'), 'token-default', '3:38'],
  ['an added default', (t) => t.replace('ess}}', 'ess:default=x}}'), 'token-default', '2:32'],
  ['HTML', (t) => t.replaceAll('"', '&quot;'), 'html-entities', '2:3'],
  ['tabs', (t) => t.replaceAll('  ', '\t'), 'white-space', '2:1'],
  [
    'a word processor',
    (t) => `${t.replaceAll('"', '”').replace(' A', '\u00a0A')}\n`,
    'last-line-break other-space curly-quotes',
    '2:3',
  ],
  ['another word', (t) => t.replace('score', 'points'), '…', '3:4'],
  [
    'curly quotes in a line and other words elsewhere',
    (t) => t.replace('"email"', '“email”').replace('leads', 'people'),
    'curly-quotes …',
    '2:3',
  ],
  ['the end missing', (t) => t.slice(0, 60), '…', '3:24'],
  ['nothing', () => '', '…', '1:1'],
]

test.each(CASES)('%s is found and explained', (_title, change, causes, place) => {
  const verdict = compareSaved(TEMPLATE, change(TEMPLATE))
  if (verdict.status === 'same') throw new Error('nothing was found')
  const ids = verdict.causes.map(({ id }) => id)
  expect([...ids, ...(verdict.isExplained ? [] : ['…'])].join(' ')).toBe(causes)
  expect(`${verdict.difference.line}:${verdict.difference.column}`).toBe(place)
})

const LOOKALIKES = [
  ['é', 'e\u0301', 'composed-letters'],
  ['9–17', '9-17', 'dashes'],
  ['wait…', 'wait...', 'dashes'],
] as const

test.each(LOOKALIKES)('%j and %j look nearly the same', (expected, found, cause) => {
  expect(compareSaved(expected, found)).toMatchObject({
    causes: [{ id: cause }],
    isExplained: true,
  })
})

test.each(['\r\n', '\r', '\n'])('line breaks written as %j accuse nobody', (end) => {
  expect(compareSaved(TEMPLATE, TEMPLATE.replaceAll('\n', end))).toEqual({ status: 'same' })
  expect(compareSaved(TEMPLATE.replaceAll('\n', end), TEMPLATE)).toEqual({ status: 'same' })
})

test.each<readonly [found: string, part: string | undefined]>([
  [TEMPLATE.slice(0, -3), 'end-missing'],
  [TEMPLATE.slice(3), 'start-missing'],
  [`Template: ${TEMPLATE}`, 'more-around'],
  ['', undefined],
  ['something else', undefined],
])('of %.20j it is known which part of the text it is', (found, part) => {
  expect(compareSaved(TEMPLATE, found)).toMatchObject({ status: 'different', part })
})

test('lines are counted wherever they stand', () => {
  expect(compareSaved('a\nb\nb\nc', 'b\na\nd\nc')).toMatchObject({
    lines: { expected: 4, missing: 1, added: 1 },
  })
})

test('the same text is never accused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(compareSaved(text, text)).toEqual({ status: 'same' })
    }),
  )
})

test('any single change is found at its first character', () => {
  const unit = fc.constantFrom(...'ab "“\\\n\t\u00a0😀😁é')
  const text = fc.array(unit, { maxLength: 30 })
  fc.assert(
    fc.property(text, text, unit, (before, after, added) => {
      const [short, long] = [[...before, ...after].join(''), [...before, added, ...after].join('')]
      for (const [expected, found] of [
        [short, long],
        [long, short],
      ] as const) {
        const verdict = compareSaved(expected, found)
        if (verdict.status === 'same') throw new Error('nothing was found')
        const { at, line, column, ...characters } = verdict.difference
        expect(found.slice(0, at)).toBe(expected.slice(0, at))
        expect(at).toBeGreaterThanOrEqual(before.join('').length)
        expect(characters.expected).not.toBe(characters.found)
        expect(expected.slice(at).startsWith(characters.expected ?? '')).toBe(true)
        expect(found.slice(at).startsWith(characters.found ?? '')).toBe(true)
        const lines = expected.slice(0, at).split('\n')
        expect([line, column]).toEqual([lines.length, Array.from(lines.at(-1) ?? '').length + 1])
      }
    }),
  )
})

test('a changed letter is named, whatever letters it is changed to', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (expected, found) => {
      const verdict = compareSaved(expected, found)
      expect(verdict.status === 'same').toBe(expected === found)
    }),
  )
})

test('every cause has a text that it explains', () => {
  const named = CASES.flatMap(([, , causes]) => causes.split(' '))
  const others = LOOKALIKES.map(([, , cause]) => cause)
  expect(CAUSES.map(({ id }) => id).filter((id) => ![...named, ...others].includes(id))).toEqual([])
})
