import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { encodingNamed, ENCODINGS } from '../../src/marketo/encodings/encodings.ts'
import type { EncodingName, ShownValue } from '../../src/marketo/encodings/encoding.ts'
import { findTokenField } from '../../src/marketo/tokens/find-token-field.ts'
import { parseTemplate } from '../../src/marketo/tokens/parse-template.ts'
import { showValue } from '../../src/marketo/tokens/show-value.ts'
import type { TokenValue } from '../../src/marketo/token-value.ts'
import { NAUGHTY_STRINGS } from '../support/naughty-strings.ts'

const usual = usualAssumptions()

function text(value: string): ShownValue {
  return value === ''
    ? { status: 'empty', form: 'text' }
    : { status: 'value', form: 'text', text: value }
}

/** `{{my.a}};{{my.b}};{{my.c}}` as the published oracle has it. */
function oracle(encoding: EncodingName): string {
  const types = { a: 'number', b: 'text', c: 'text' } as const
  const values: Readonly<Record<string, TokenValue>> = { a: 1, b: 'NOT PROVIDED', c: 'TRUE' }
  const myTokens = Object.entries(types).map(([name, type]) => ({ name, type }))
  return parseTemplate('{{my.a}};{{my.b}};{{my.c}}')
    .map((part) => {
      if (part.kind === 'text') return part.text
      const { field } = findTokenField(part, { fields: [], myTokens })
      return encodingNamed(encoding).encode(
        showValue(field, values[part.name] ?? null, part, usual),
        usual,
      )
    })
    .join('')
}

test.each([
  ['None', '1;NOT PROVIDED;TRUE'],
  ['Form/Url', '1;NOT+PROVIDED;TRUE'],
  ['JSON', '1;"NOT PROVIDED";"TRUE"'],
] as const)('the published oracle under %s, byte for byte', (encoding, expected) => {
  expect(oracle(encoding)).toBe(expected)
})

test('there are at least 500 naughty strings', () => {
  expect(NAUGHTY_STRINGS.length).toBeGreaterThan(500)
})

test('naughty strings keep their value under JSON, in every possible world', () => {
  const { encode, assumptions } = encodingNamed('JSON')
  for (const world of assumptionSets(assumptions, {})) {
    for (const value of NAUGHTY_STRINGS) expect(JSON.parse(encode(text(value), world))).toBe(value)
  }
})

test('naughty strings keep their value under Form/Url, in every possible world', () => {
  const { encode, assumptions } = encodingNamed('Form/Url')
  for (const world of assumptionSets(assumptions, {})) {
    for (const value of NAUGHTY_STRINGS) {
      const body = `a=1&v=${encode(text(value), world)}&z=2`
      expect([...new URLSearchParams(body)]).toEqual([
        ['a', '1'],
        ['v', value],
        ['z', '2'],
      ])
    }
  }
})

test('no encoding throws, whatever the text, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      }),
      (value) => {
        for (const encoding of ENCODINGS)
          expect(typeof encoding.encode(text(value), usual)).toBe('string')
      },
    ),
  )
})

test.each([
  ['number', '5', 'bare', '5'],
  ['number', 'abc', 'bare', '"abc"'],
  ['boolean', 'true', 'bare', 'true'],
  ['boolean', 'true', 'quoted', '"true"'],
  ['text', 'true', 'bare', '"true"'],
  ['text', '5', 'bare', '"5"'],
] as const)(
  'under JSON a %s %s is written by its form (%s Booleans)',
  (form, value, booleans, expected) => {
    const world = { ...usual, 'boolean-under-json': booleans }
    expect(encodingNamed('JSON').encode({ status: 'value', form, text: value }, world)).toBe(
      expected,
    )
  },
)

test.each([
  ['empty-string', '""'],
  ['nothing', ''],
  ['null', 'null'],
])('an unset number under JSON and the assumption %s', (value, expected) => {
  const world = { ...usual, 'empty-number-under-json': value }
  expect(encodingNamed('JSON').encode({ status: 'empty', form: 'number' }, world)).toBe(expected)
  expect(encodingNamed('JSON').encode({ status: 'empty', form: 'text' }, world)).toBe('""')
})

test('a default is encoded like a value, or put in as it is', () => {
  const shown: ShownValue = { status: 'default', form: 'text', text: 'a "b" & c' }
  const raw = { ...usual, 'default-encoding': 'raw' }
  expect(encodingNamed('JSON').encode(shown, usual)).toBe('"a \\"b\\" & c"')
  expect(encodingNamed('Form/Url').encode(shown, usual)).toBe('a+%22b%22+%26+c')
  expect(encodingNamed('JSON').encode(shown, raw)).toBe('a "b" & c')
  expect(encodingNamed('Form/Url').encode(shown, raw)).toBe('a "b" & c')
})
