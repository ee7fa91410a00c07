import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyFormatNamed, bodyFormatOf } from '../../src/marketo/body-formats/body-formats.ts'
import type { BodyFormatName, TemplateReading } from '../../src/marketo/body-formats/body-format.ts'
import { readUrlTemplate } from '../../src/marketo/body-formats/read-url-template.ts'
import { parsePath } from '../../src/marketo/response-types/parse-path.ts'
import { resolvePath } from '../../src/marketo/response-types/resolve-path.ts'
import { responseTypeNamed } from '../../src/marketo/response-types/response-types.ts'
import { parseTemplate } from '../../src/marketo/tokens/parse-template.ts'
import { NAUGHTY_STRINGS } from '../support/naughty-strings.ts'

function reading(format: BodyFormatName, template: string): TemplateReading {
  return bodyFormatNamed(format).readTemplate(parseTemplate(template))
}

function places(found: TemplateReading): readonly string[] {
  return found.tokens.map(({ token, context, isAlone, path }) => {
    return [token.name, context, isAlone ? 'alone' : 'inside', path?.join('.') ?? '-'].join(' ')
  })
}

test('JSON: every token has its context and path', () => {
  const template =
    '{"a": {{x.v}}, "b": "{{x.s}}", "c": ["Hi {{x.p}}!", {"d": {{x.w}}}], "{{x.k}}": 1}'
  const found = reading('json', template)
  expect(found.flaws).toEqual([])
  expect(places(found)).toEqual([
    'v json-value alone a',
    's json-string alone b',
    'p json-string inside c.0',
    'w json-value alone c.1.d',
    'k json-key alone -',
  ])
})

test.each([
  ['{"a": 1,}', 8, 'a comma stands before "}"'],
  ['{"a": 1 "b": 2}', 8, 'a comma or "}" is missing'],
  ['{"a": {{x.y}}', 13, 'a "}" is missing'],
  ['{"a": {{x.y}}, "a": 2}', 15, 'the key "a" stands here a second time'],
  ['{"a": {{x.y}}{{x.z}}}', 6, 'this is no JSON value'],
  ['{"a": tru}', 6, 'this is no JSON value'],
  ['{"a": }', 6, 'a value is missing'],
  ['{"a: 1}', 1, 'a string is opened here and not closed'],
  ['{a: 1}', 1, 'a key in double quotes is missing'],
  ['{"a": "\\d"}', 7, '"\\d" is no escape of JSON'],
  ['{} x', 3, 'there is more text behind the end of the JSON document'],
])('JSON: %s has a flaw at %i', (template, start, message) => {
  expect(reading('json', template).flaws[0]).toMatchObject({ start, message })
})

test('JSON: a sound document without tokens has no flaw, and its reading is the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent)
      fc.pre(!text.includes('{{'))
      expect(reading('json', text).flaws).toEqual([])
      expect(bodyFormatNamed('json').readBody(text)).toEqual({
        status: 'read',
        value: JSON.parse(text),
      })
    }),
  )
})

test('JSON: no template makes the reader throw, and no token is lost', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    ' ',
    'a',
    '1',
    '{{x.y}}',
    '\\',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const parts = parseTemplate(pieces.join(''))
      const tokens = parts.filter((part) => part.kind === 'token')
      expect(bodyFormatNamed('json').readTemplate(parts).tokens).toHaveLength(tokens.length)
    }),
    { numRuns: 3000 },
  )
})

test.each(['{"a":1,"a":2}', '{"a":1}x', "{'a':1}", '{"a":01}', '', '{"a":1,}', '{"a":"\n"}'])(
  'JSON: the body %j is unreadable',
  (body) => {
    expect(bodyFormatNamed('json').readBody(body).status).toBe('unreadable')
  },
)

test('JSON: a colon behind a quote inside a text does not look like a second key', () => {
  const body = JSON.stringify({ a: 'say "b": 1', c: '":' })
  expect(bodyFormatNamed('json').readBody(body).status).toBe('read')
})

test('form: every token has its context and path', () => {
  const found = reading('form', 'unit=IND&a+b={{x.v}}&to=%2B1{{x.p}}&{{x.k}}=1')
  expect(found.flaws).toEqual([])
  expect(places(found)).toEqual([
    'v form-value alone a b',
    'p form-value inside to',
    'k form-key inside -',
  ])
})

test.each([
  ['a={{x.y}}& b=1', 'white space beside a key becomes a part of the key'],
  ['a=1\n&b=2', 'a line break becomes a part of the value'],
  ['a=1&a=2', 'the key "a" stands here a second time'],
  ['a=1&&b=2', 'a pair has no key'],
  ['a', '"a" has no "=" and no value'],
])('form: %j is flawed', (template, message) => {
  expect(reading('form', template).flaws.map((flaw) => flaw.message)).toContain(message)
})

test('form: bodies read back as they were written', () => {
  for (const value of NAUGHTY_STRINGS) {
    const body = new URLSearchParams({ a: value, b: 'x' }).toString()
    expect(bodyFormatNamed('form').readBody(body)).toEqual({
      status: 'read',
      value: Object.assign(Object.create(null), { a: value, b: 'x' }),
    })
  }
})

test('XML: every token has its context', () => {
  const found = reading('xml', '<a b="{{x.q}}"><c>{{x.t}}</c><d>Hi {{x.p}}</d></a>')
  expect(found.flaws).toEqual([])
  expect(places(found)).toEqual([
    'q xml-attribute alone -',
    't xml-text alone -',
    'p xml-text inside -',
  ])
})

test.each(['<a><b></a>', '<a>{{x.y}}', '<!DOCTYPE a><a/>', '<a>&x;</a>', '{"a":1}'])(
  'XML: %s is flawed',
  (template) => {
    expect(reading('xml', template).flaws).toHaveLength(1)
  },
)

test('a URL: who is called, where, with which query', () => {
  const found = readUrlTemplate(
    parseTemplate('https://{{x.h}}.example.com/a/{{x.p}}?q={{x.q}}&r=a{{x.r}}&{{x.k}}=1#{{x.f}}'),
  )
  expect(places(found)).toEqual([
    'h url-host inside -',
    'p url-path alone -',
    'q url-query alone -',
    'r url-query inside -',
    'k url-query-key inside -',
    'f url-fragment inside -',
  ])
})

test.each([
  ['application/json; charset=utf-8', 'None', 'x', 'json'],
  ['application/vnd.api+json', 'None', 'x', 'json'],
  ['text/xml', 'JSON', 'x', 'xml'],
  ['application/x-www-form-urlencoded', 'JSON', '{', 'form'],
  ['text/csv', 'None', 'a=b', 'text'],
  [undefined, 'JSON', 'x', 'json'],
  [undefined, 'Form/Url', 'x', 'form'],
  [undefined, 'None', ' {"a": 1}', 'json'],
  [undefined, 'None', '{{my.a}};{{my.b}}', 'text'],
  [undefined, 'None', '<a/>', 'xml'],
  [undefined, 'None', 'a=1&b=2', 'form'],
] as const)(
  'Content-Type %j, encoding %s, template %j: %s',
  (contentType, encoding, template, expected) => {
    expect(bodyFormatOf(contentType, encoding, template)).toBe(expected)
  },
)

test.each([
  ['status', ['status']],
  ['orders[0].orderDate', ['orders', 0, 'orderDate']],
  ['a b.c-d_e:f', ['a b', 'c-d_e:f']],
  ['list[12][3]', ['list', 12, 3]],
])('the path %s is read', (text, expected) => {
  const path = parsePath(text)
  const names =
    path.status === 'path'
      ? path.segments.map((part) => (part.kind === 'index' ? part.index : part.name))
      : []
  expect(names).toEqual(expected)
})

test.each([
  ['$.status', 0, 1],
  ['a..b', 1, 2],
  ['a.', 1, 2],
  ['a[x]', 1, 4],
  ['a[01]', 1, 5],
  ['a[0', 1, 3],
  ['a/b', 1, 2],
  ['', 0, 0],
  ['a[*].b', 1, 4],
])('the path %j is invalid at %i', (text, start, end) => {
  expect(parsePath(text)).toMatchObject({ status: 'invalid', start, end })
})

function mapped(type: 'JSON' | 'XML', body: string, path: string): unknown {
  const found = responseTypeNamed(type).read?.(body)
  const segments = parsePath(path)
  if (found?.status !== 'read' || segments.status !== 'path') return 'unreadable'
  const resolved = resolvePath(found.value, segments.segments)
  return resolved.status === 'found' ? resolved.value : `missing at ${resolved.at}`
}

test.each([
  ['JSON', '{"foo":"bar"}', 'foo', 'bar'],
  ['JSON', '\ufeff{"foo":"bar"}', 'foo', 'bar'],
  ['JSON', '{"orders":[{"orderDate":"x"}]}', 'orders[0].orderDate', 'x'],
  ['JSON', '{"a":{}}', 'a.constructor.name', 'missing at 1'],
  ['JSON', '{"a":{}}', 'a.__proto__', 'missing at 1'],
  ['JSON', '{"a":[1]}', 'a[1]', 'missing at 1'],
  ['JSON', '{"a":[1]}', 'a.length', 'missing at 1'],
  ['JSON', '{"a":1', 'a', 'unreadable'],
  ['XML', '<example><foo>bar</foo></example>', 'example.foo', 'bar'],
  ['XML', '<l><e><f>1</f></e><e><f>2</f></e></l>', 'l.e[1].f', '2'],
  ['XML', '<a><b>&lt;x&gt; &#233;</b></a>', 'a.b', '<x> é'],
  ['XML', '<a><b><![CDATA[<x>]]></b></a>', 'a.b', '<x>'],
  ['XML', '<ns:a><ns:b>1</ns:b></ns:a>', 'ns:a.ns:b', '1'],
  ['XML', '<a><b>1</a>', 'a.b', 'unreadable'],
  ['XML', '{"a":1}', 'a', 'unreadable'],
  ['XML', '<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>', 'a.b', 'unreadable'],
] as const)('%s %s at %s is %j', (type, body, path, expected) => {
  expect(mapped(type, body, path)).toBe(expected)
})

test('XML that is nested too deep or is too large is refused', () => {
  expect(mapped('XML', '<a>'.repeat(200) + '</a>'.repeat(200), 'a')).toBe('unreadable')
  expect(mapped('XML', `<a>${'<b/>'.repeat(30_000)}</a>`, 'a.b[0]')).toBe('unreadable')
  expect(mapped('XML', `<a>${'<b/>'.repeat(100)}</a>`, 'a.b[0]')).toBe('')
})
