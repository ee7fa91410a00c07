import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyFormatNamed } from '../../src/marketo/body-formats/body-formats.ts'
import { responseTypeNamed } from '../../src/marketo/response-types/response-types.ts'
import { parseTemplate } from '../../src/marketo/tokens/parse-template.ts'

const json = bodyFormatNamed('json')
const xml = bodyFormatNamed('xml')

test.each([
  ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  ['arrays that are never closed', '['.repeat(100_000)],
  ['arrays with closing brackets in comments', '[/*]*/'.repeat(100_000)],
  ['arrays with closing brackets of another kind', '[1},'.repeat(100_000)],
])('a response of nothing but nested %s is unreadable, not a crash', (_name, body) => {
  expect(json.readBody(body)).toMatchObject({
    status: 'unreadable',
    reason: 'it is nested too deeply',
  })
})

test('brackets in a string are not nesting', () => {
  const value = { a: '['.repeat(2000), b: ['{'.repeat(2000)] }
  expect(json.readBody(JSON.stringify(value))).toEqual({ status: 'read', value })
})

test('a document of the allowed depth is read', () => {
  expect(json.readBody('['.repeat(512) + ']'.repeat(512)).status).toBe('read')
  expect(json.readBody('['.repeat(513) + ']'.repeat(513)).status).toBe('unreadable')
})

test('no run of pieces makes the reader of responses throw', () => {
  const piece = fc.constantFrom(
    '[',
    '{',
    ']',
    '}',
    '"',
    '\\',
    ',',
    ':',
    '/*',
    '*/',
    '//',
    '\n',
    '1',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const body = pieces.join('').repeat(6000)
      expect(['read', 'unreadable']).toContain(json.readBody(body).status)
    }),
  )
})

test('a template that is nested too deeply has one flaw and loses no token', () => {
  const found = json.readTemplate(parseTemplate(`${'{"a":'.repeat(20_000)}{{x.y}}`))
  expect(found.flaws.map(({ message }) => message)).toEqual(['it is nested too deeply'])
  expect(found.tokens).toHaveLength(1)
})

test('of many braces the last two open the token', () => {
  const parts = parseTemplate(`${'{'.repeat(50_000)}x.y}}`)
  expect(parts.map((part) => [part.kind, part.start])).toEqual([
    ['text', 0],
    ['token', 49_998],
  ])
})

test('only the white space of JSON stands between its parts, and no tab in a string', () => {
  const flaws = (template: string): readonly string[] =>
    json.readTemplate(parseTemplate(template)).flaws.map(({ message }) => message)
  expect(flaws('{\t"a":\r\n 1}')).toEqual([])
  expect(flaws('{\u00a0"a": 1}')).toEqual(['a key in double quotes is missing'])
  expect(flaws('{"a": "x\ty"}')).toEqual(['a tab or another control character stands in a string'])
})

test('XML with many namesakes is read as one array', () => {
  const read = responseTypeNamed('XML').read?.(`<a>${'<b>1</b>'.repeat(15_000)}</a>`)
  const value = read?.status === 'read' ? JSON.stringify(read.value) : ''
  expect(value.length).toBe('{"a":{"b":[]}}'.length + 15_000 * 4 - 1)
})

test.each([
  ['<a>{{x.y}}</a>', 'xml-text', true],
  ['<a>1 &gt; {{x.y}}</a>', 'xml-text', false],
  ['<a><![CDATA[{{x.y}}]]></a>', 'xml-cdata', true],
  ['<a><![CDATA[<b> {{x.y}}]]></a>', 'xml-cdata', false],
  ['<a b="{{x.y}}"/>', 'xml-attribute', true],
  ['<a b="1>0" c="{{x.y}}"/>', 'xml-attribute', true],
  ["<a b='\"' c='-{{x.y}}'/>", 'xml-attribute', false],
  ['<a {{x.y}}="1"/>', 'xml-markup', false],
  ['<!-- <a b="{{x.y}}"> --><a/>', 'xml-comment', false],
  ['<a><?p {{x.y}}?></a>', 'xml-markup', false],
  ['<!-- " < --><?p " ?><a>{{x.y}}</a>', 'xml-text', true],
])('XML: the token in %s is %s, alone: %s', (template, context, isAlone) => {
  expect(xml.readTemplate(parseTemplate(template)).tokens).toMatchObject([{ context, isAlone }])
})
