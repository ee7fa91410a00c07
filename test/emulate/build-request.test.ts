import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CompiledText, CompiledWebhook } from '../../src/compile/compiled-program.ts'
import { compileText } from '../../src/compile/compile-text.ts'
import { buildRequest, requestBuilder, type BuiltRequest } from '../../src/emulate/build-request.ts'
import type { AssumptionSet } from '../../src/marketo/assumptions/assumption.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import type { EncodingName } from '../../src/marketo/encodings/encoding.ts'
import { spellForTemplateField } from '../../src/marketo/template-field.ts'
import type { TokenValue } from '../../src/marketo/token-value.ts'
import { tokenContents } from '../../src/model/available-fields.ts'
import { exampleProgram, exampleWebhook } from '../support/example-programs.ts'

const { program } = exampleProgram('lead-sync', 'prod-emea')
const base = exampleWebhook('lead-sync', 'prod-emea')

function compiled(text: string): CompiledText {
  return compileText({ ...base.url.text, value: text }, tokenContents(program))
}

interface Case {
  readonly url?: string
  readonly template?: string
  /** What is typed, where that is not the usual spelling of the template. */
  readonly typed?: string
  readonly header?: string
  readonly encoding?: EncodingName
  readonly values?: Readonly<Record<string, TokenValue>>
  readonly assumptions?: AssumptionSet
}

function build({
  url,
  template,
  typed,
  header,
  encoding,
  values,
  assumptions,
}: Case): BuiltRequest {
  const webhook: CompiledWebhook = {
    ...base,
    url: compiled(url ?? 'https://crm.example.com/'),
    template: template === undefined ? undefined : compiled(template),
    typedTemplate: template === undefined ? undefined : (typed ?? spellForTemplateField(template)),
    encoding: encoding ?? 'JSON',
    headers:
      header === undefined ? [] : [{ kind: 'text', name: 'X-Name', value: compiled(header) }],
  }
  return buildRequest(webhook, new Map(Object.entries(values ?? {})), {
    assumptions: { ...usualAssumptions(), ...assumptions },
    secretOf: (id) => `the ${id}`,
  })
}

function request(given: Case): Extract<BuiltRequest, { readonly status: 'built' }>['request'] {
  const built = build(given)
  if (built.status === 'refused') throw new Error(built.reason)
  return built.request
}

const JACK = { 'lead.first name': 'Jack & "Jill"' }
const ON = { 'encoding-in-url': 'applied', 'encoding-in-headers': 'applied' }
const OFF = { 'encoding-in-url': 'not-applied', 'encoding-in-headers': 'not-applied' }
const NAME = '{{lead.First Name}}'

test.each([
  ['JSON', '"Jack & \\"Jill\\""'],
  ['Form/Url', 'Jack+%26+%22Jill%22'],
  ['None', 'Jack & "Jill"'],
] as const)('the encoding %s makes of a value: %s', (encoding, expected) => {
  expect(request({ template: NAME, encoding, values: JACK }).body).toBe(expected)
})

test.each([
  [ON, 'https://a.example.com/?n=Jack+%26+%22Jill%22&b=%26'],
  [OFF, 'https://a.example.com/?n=Jack & "Jill"&b=%26'],
])('the URL under %j', (assumptions, expected) => {
  const url = `https://a.example.com/?n=${NAME}&b=%26`
  expect(request({ url, encoding: 'Form/Url', values: JACK, assumptions }).url).toBe(expected)
})

test.each([
  [ON, 'n=Jack+%26+%22Jill%22'],
  [OFF, 'n=Jack & "Jill"'],
])('a header under %j', (assumptions, expected) => {
  const sent = request({ header: `n=${NAME}`, encoding: 'Form/Url', values: JACK, assumptions })
  expect(sent.headers).toEqual([['X-Name', expected]])
})

test.each([
  ['on', '{"a": "C:\\\\dir", "b": "\\n"}'],
  ['off', '{"a": "C:\\\\\\\\dir", "b": "\\\\n"}'],
])('typed backslashes with the pre-parse %s', (preparse, expected) => {
  const template = '{"a": "C:\\\\dir", "b": "\\n"}'
  expect(request({ template, assumptions: { 'backslash-preparse': preparse } }).body).toBe(expected)
})

test('an escape that Marketo does not know stops the call, unless nothing is pre-parsed', () => {
  const given = { template: `\\d ${NAME}`, typed: `\\d ${NAME}`, values: JACK }
  expect(build(given)).toEqual({
    status: 'refused',
    reason: 'Marketo does not know the escape "\\d" in the Template field and sends nothing',
  })
  const off = { 'backslash-preparse': 'off' }
  expect(request({ ...given, assumptions: off }).body).toBe('\\d "Jack & \\"Jill\\""')
})

test('the pre-parse reads the template, never the values', () => {
  const values = { 'lead.first name': 'a\\nb\\d' }
  expect(request({ template: NAME, encoding: 'None', values }).body).toBe('a\\nb\\d')
})

test('no body is sent without a template, and no content type is invented', () => {
  expect(request({})).toMatchObject({ body: undefined, headers: [] })
  expect(request({ template: '' }).body).toBe('')
})

test('a secret stands in its header as it is, whatever it holds', () => {
  const built = buildRequest(base, new Map(), {
    assumptions: usualAssumptions(),
    secretOf: () => "$& ${secret} $' {{lead.Id}}",
  })
  expect(built.status === 'built' && built.request.headers).toContainEqual([
    'Authorization',
    "Bearer $& ${secret} $' {{lead.Id}}",
  ])
})

test('what is made once for all leads is what each of them gets', () => {
  const situations = ['a', 'b'].map((name) => new Map([['lead.first name', name]]))
  const options = { assumptions: usualAssumptions(), secretOf: (id: string) => `the ${id}` }
  const header = { kind: 'text', name: 'X-Name', value: compiled('{{lead.First Name}}') } as const
  const url = compiled('https://crm.example.com/{{lead.First Name}}')
  for (const webhook of [base, { ...base, headers: [header, ...base.headers] }, { ...base, url }]) {
    const built = situations.map((situation) => buildRequest(webhook, situation, options))
    expect(situations.map(requestBuilder(webhook, options))).toEqual(built)
    expect(built[0]).not.toEqual(built[1])
  }
})

const anyText = fc.string({ unit: 'binary', minLength: 1 })

test('under JSON a text arrives as what the lead holds', () => {
  const assumptions = { 'line-breaks': 'kept' }
  fc.assert(
    fc.property(anyText, fc.constantFrom('minimal', 'ascii'), (text, escapes) => {
      const values = { 'lead.first name': text }
      const all = { ...assumptions, 'json-escapes': escapes }
      expect(JSON.parse(request({ template: NAME, values, assumptions: all }).body ?? '')).toBe(
        text,
      )
    }),
  )
})

test('in a form a text arrives as what the lead holds', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('plus', 'percent'), (text, space) => {
      const values = { 'lead.first name': text, 'lead.last name': text }
      const assumptions = { 'line-breaks': 'kept', 'form-space': space }
      const template = `a=${NAME}&b={{lead.Last Name}}`
      const body = request({ template, encoding: 'Form/Url', values, assumptions }).body
      expect([...new URLSearchParams(body)]).toEqual([
        ['a', text],
        ['b', text],
      ])
    }),
  )
})

test('each token is found in the body where the request says it stands', () => {
  fc.assert(
    fc.property(anyText, anyText, (first, last) => {
      const built = build({
        template: `{"a": ${NAME}, "b": {{lead.Last Name}}, "c": 1}`,
        values: { 'lead.first name': first, 'lead.last name': last },
        assumptions: { 'line-breaks': 'kept' },
      })
      if (built.status === 'refused') throw new Error(built.reason)
      const { request: sent, tokens } = built
      const slices = tokens.body.map(({ start, end }) =>
        JSON.parse((sent.body ?? '').slice(start, end)),
      )
      expect(slices).toEqual([first, last])
    }),
  )
})

test('what is typed for a template is what reaches the endpoint', () => {
  const text = anyText.filter((candidate) => !candidate.includes('{{'))
  fc.assert(
    fc.property(text, (template) => {
      expect(request({ template }).body).toBe(template)
    }),
  )
})
