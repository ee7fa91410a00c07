import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText } from '../../src/base/compare.ts'
import { fingerprint } from '../../src/base/fingerprint.ts'
import { spanWithin, type LocatedText } from '../../src/base/located-text.ts'
import { nearest } from '../../src/base/nearest.ts'
import { rememberLast } from '../../src/base/remember-last.ts'
import { stableJson } from '../../src/base/stable-json.ts'
import { visibleText } from '../../src/base/visible-text.ts'

const FILE = 'a.yaml'

const escaped: LocatedText = {
  value: 'a\nb',
  at: { file: FILE, start: 10, end: 16 },
  pieces: [
    { start: 0, end: 1, at: { file: FILE, start: 11, end: 12 } },
    { start: 1, end: 2, at: { file: FILE, start: 12, end: 14 } },
    { start: 2, end: 3, at: { file: FILE, start: 14, end: 15 } },
  ],
}

test('a stretch of a text is found in the source unit by unit', () => {
  expect(spanWithin(escaped, 2, 3)).toEqual({ file: FILE, start: 14, end: 15 })
})

test('a stretch that touches an escape covers the whole escape', () => {
  expect(spanWithin(escaped, 1, 2)).toEqual({ file: FILE, start: 12, end: 14 })
})

test('a stretch over pieces of two files falls back to the whole text', () => {
  const [first, ...rest] = escaped.pieces
  const mixed: LocatedText = {
    ...escaped,
    pieces: [
      ...(first === undefined ? [] : [{ ...first, at: { ...first.at, file: 'b.yaml' } }]),
      ...rest,
    ],
  }
  expect(spanWithin(mixed, 0, 3)).toEqual(escaped.at)
})

test.each([
  ['tokenEncodign', 'tokenEncoding'],
  ['Email Adress', 'Email Address'],
  ['METHOD', 'method'],
])('%s suggests %s', (written, meant) => {
  expect(nearest(written, ['method', 'tokenEncoding', 'Email Address'])).toBe(meant)
})

test('nothing is suggested for a word that is near nothing', () => {
  expect(nearest('colour', ['method', 'tokenEncoding'])).toBeUndefined()
})

test('control characters, overrides and lone surrogates become visible; letters and emoji stay', () => {
  expect(visibleText('a\n\u001b[31m\u202e\u00a0\ud800 é😀')).toBe(
    'a\\n\\u{1b}[31m\\u{202e}\\u{a0}\\u{d800} é😀',
  )
})

test('visible text holds nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleText(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }),
  )
})

test('a fingerprint does not depend on the order of keys', () => {
  expect(fingerprint({ b: 1, a: [1, { d: 2, c: 3 }] })).toBe(
    fingerprint({ a: [1, { c: 3, d: 2 }], b: 1 }),
  )
})

test('a fingerprint depends on the order of a list', () => {
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]))
})

test('stable JSON reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('texts are ordered by code unit, not by locale', () => {
  expect(['b', 'ä', 'B', 'a'].sort(compareText)).toEqual(['B', 'a', 'b', 'ä'])
})

test('what was asked last is not worked out again, and anything else is', () => {
  const asked: string[] = []
  const join = rememberLast((first: string, second: string | undefined) => {
    asked.push(`${first}${second ?? ''}`)
    return asked.length
  })
  const found = [join('a', 'b'), join('a', 'b'), join('a', undefined), join('a', 'b')]
  expect(found).toEqual([1, 1, 2, 3])
  expect(asked).toEqual(['ab', 'a', 'ab'])
})
