import { expect, test } from 'vitest'
import { proveWebhook } from '../../../src/contract/proof/prove-webhook.ts'
import { repairToken } from '../../../src/contract/proof/repair-token.ts'
import { compileText, type Definition } from '../test-text.ts'

const JSON_BODY = { encoding: 'JSON', contentType: 'application/json', schema: true } as const
const NONE_BODY = { ...JSON_BODY, encoding: 'None' } as const
const FORM_BODY = {
  encoding: 'Form/Url',
  contentType: 'application/x-www-form-urlencoded',
  schema: true,
} as const
const XML_BODY = { ...NONE_BODY, contentType: 'application/xml' } as const
const GET = { ...NONE_BODY, template: undefined, method: 'GET' } as const
const FORM_GET = { ...GET, encoding: 'Form/Url' } as const
const IN_URL = { 'encoding-in-url': 'applied' }

/** In a row: what it is, the definition, the smallest value with the reason, what it takes, the repair. */
const REFUTED: readonly (readonly [string, Definition, string, string, string])[] = [
  [
    'quotes under JSON',
    { ...JSON_BODY, template: '{"a": "{{lead.First Name}}"}' },
    'every value: the body is not JSON',
    '',
    'remove the quotes around {{lead.First Name}}',
  ],
  [
    'quotes under None',
    { ...NONE_BODY, template: '{"a": "{{lead.First Name}}"}' },
    '"\\\\": the body is not JSON',
    '',
    'set "tokenEncoding: JSON" and write {{lead.First Name}} without quotes',
  ],
  [
    'a bare text under None',
    { ...NONE_BODY, template: '{"a": {{lead.First Name}}}' },
    'every value: the body is not JSON',
    '',
    'set "tokenEncoding: JSON" and write {{lead.First Name}} without quotes',
  ],
  [
    'a number without a default',
    { ...JSON_BODY, template: '{"a": {{lead.Lead Score}}}' },
    'null: the body is not JSON',
    'empty-number-under-json: nothing',
    'write "{{lead.Lead Score:default=0}}"',
  ],
  [
    'a default that is no number',
    { ...JSON_BODY, template: '{"a": {{lead.Lead Score:default=n/a}}}' },
    'null: the body is not JSON',
    'default-encoding: raw',
    'write "{{lead.Lead Score:default=0}}"',
  ],
  [
    'a default for a text',
    { ...JSON_BODY, template: '{"a": {{lead.First Name:default=none}}}' },
    'null: the body is not JSON',
    'default-encoding: raw',
    'pin "default-encoding" with its evidence, or write the token without a default',
  ],
  [
    'a sentence',
    { ...JSON_BODY, template: '{"a": "Dear {{lead.First Name}}!"}' },
    'every value: the body is not JSON',
    '',
    'send {{lead.First Name}} alone in its own member, and build the sentence in the endpoint',
  ],
  [
    'a key',
    { ...JSON_BODY, template: '{{{lead.First Name}}: 1}' },
    'null: the value changes the structure of the body',
    '',
    'write the key out: a value may not name a member',
  ],
  [
    'a form under None',
    { ...FORM_BODY, encoding: 'None', template: 'a={{lead.First Name}}&b=c' },
    '"&": the body is not a form',
    '',
    'set "tokenEncoding: Form/Url"',
  ],
  [
    'a default in a form that may not be encoded',
    { ...FORM_BODY, template: 'a={{lead.First Name:default=Q&A}}&b=c' },
    'null: the value changes the structure of the body',
    'default-encoding: raw',
    'pin "default-encoding" with its evidence, or write the token without a default',
  ],
  [
    'a form key',
    { ...FORM_BODY, template: '{{lead.First Name}}=1' },
    'null: the value changes the structure of the body',
    '',
    'write the key out: a value may not name a pair',
  ],
  [
    'a text in XML',
    { ...XML_BODY, template: '<r><a>{{lead.First Name}}</a></r>' },
    '"&": the body is not XML',
    '',
    'send JSON or a form; Marketo has no encoding for texts in XML',
  ],
  [
    'a text in CDATA, line breaks aside',
    {
      ...XML_BODY,
      template: '<r><![CDATA[{{lead.First Name}}]]></r>',
      pinned: { 'line-breaks': 'to-spaces', 'html-encoding': 'off' },
    },
    '"\\u0000": the body is not XML',
    '',
    'send JSON or a form; Marketo has no encoding for texts in XML',
  ],
  [
    'a text in an attribute',
    { ...XML_BODY, template: "<r a='{{lead.First Name}}'/>", pinned: { 'html-encoding': 'off' } },
    '"&": the body is not XML',
    '',
    'send JSON or a form; Marketo has no encoding for texts in XML',
  ],
  [
    'a text in a comment',
    { ...XML_BODY, template: '<r><!-- {{lead.First Name}} --><a>1</a></r>' },
    '"\\u0000": the body is not XML',
    '',
    'take it out of the comment: nobody reads it',
  ],
  [
    'the name of an element',
    { ...XML_BODY, template: '<r><a{{lead.Lead Score:default=0}}/></r>' },
    'null: the value changes the structure of the body',
    '',
    'write the name out: a value may not be one',
  ],
  [
    'a text in the query under None',
    { ...GET, url: 'https://example.com/?q={{lead.First Name}}' },
    '"&": the endpoint reads another value in the URL',
    '',
    'send a number such as {{lead.Id}} there, or the text in a body',
  ],
  [
    'an encoded text in the query, if it is encoded there',
    { ...FORM_GET, url: 'https://example.com/?q={{lead.First Name}}&r=1' },
    '"&": the endpoint reads another value in the URL',
    'encoding-in-url: not-applied',
    'send a number such as {{lead.Id}} there, or the text in a body',
  ],
  [
    'a segment that may be empty',
    { ...GET, url: 'https://example.com/leads/{{lead.Lead Score}}' },
    'null: the value changes the structure of the URL',
    '',
    'write "{{lead.Lead Score:default=0}}"',
  ],
  [
    'a segment that goes up, though encoded',
    {
      ...FORM_GET,
      url: 'https://example.com/{{lead.First Name:default=x}}/a',
      pinned: { ...IN_URL, 'form-space': 'percent' },
    },
    '".": the value changes the structure of the URL',
    '',
    'send a number such as {{lead.Id}} there, or the text in a body',
  ],
  [
    'a space in a segment',
    {
      ...FORM_GET,
      url: 'https://example.com/a-{{lead.First Name}}',
      pinned: IN_URL,
    },
    '" ": the endpoint reads another value in the URL',
    'form-space: plus',
    'send a number such as {{lead.Id}} there, or the text in a body',
  ],
  [
    'the port',
    { ...GET, url: 'https://example.com:{{lead.Lead Score:default=1}}/' },
    '2: the value changes the structure of the URL',
    '',
    'write it out: a value may not decide who is called',
  ],
  [
    'a login',
    { ...GET, url: 'https://{{lead.First Name}}:x@example.com/' },
    'null: the value changes the structure of the URL',
    '',
    'write it out: a value may not decide who is called',
  ],
  [
    'a text in a header',
    { ...GET, headers: { 'X-Name': 'Dear {{lead.First Name}}' } },
    '"\\u0000": the header holds a character that no header may hold',
    '',
    'send the value in the body instead of a header',
  ],
  [
    'a date in a header that may be encoded',
    { ...JSON_BODY, template: '{}', headers: { 'X-Born': '{{lead.Date of Birth}}' } },
    '"1900-01-01": the endpoint reads another value',
    'encoding-in-headers: applied',
    'pin "encoding-in-headers" with its evidence, or send the value in the body',
  ],
]

test.each(REFUTED)(
  'refuted with the smallest value, what it takes, and the repair: %s',
  (_name, definition, breaks, assumptions, repair) => {
    const { compiled, webhook } = compileText(definition)
    const [proof] = proveWebhook(compiled, webhook)
    const verdict = proof?.verdict
    if (proof === undefined || verdict?.status !== 'refuted') throw new Error('it is not refuted')
    const value = verdict.isEveryValue ? 'every value' : JSON.stringify(verdict.value)
    expect(`${value}: ${verdict.reason}`).toBe(breaks)
    expect(verdict.assumptions.join(', ')).toBe(assumptions)
    expect(repairToken(proof, webhook)).toBe(repair)
  },
)

test.each<readonly [string, Definition]>([
  ['a JSON value', { ...JSON_BODY, template: '{"a": {{lead.First Name}}}' }],
  ['a number with a default', { ...JSON_BODY, template: '{"a": {{lead.Lead Score:default=0}}}' }],
  ['a number in a sentence', { ...JSON_BODY, template: '{"a": "lead-{{lead.Id}}"}' }],
  ['a date in quotes under None', { ...NONE_BODY, template: '{"a": "{{lead.Date of Birth}}"}' }],
  ['a key that is the same for every lead', { ...NONE_BODY, template: '{"{{my.A}}": 1}' }],
  ['a form value', { ...FORM_BODY, template: 'a={{lead.First Name}}&b=c' }],
  ['a part of a form value', { ...FORM_BODY, template: 'a=Dear+{{lead.First Name}}' }],
  ['a number in XML', { ...XML_BODY, template: '<r>{{lead.Lead Score}}</r>' }],
  ['a number in a comment', { ...XML_BODY, template: '<r><!-- {{lead.Id}} --></r>' }],
  ['a number in the path', { ...GET, url: 'https://example.com/{{lead.Id}}/x' }],
  ['a date in the query', { ...GET, url: 'https://example.com/?born={{lead.Date of Birth}}' }],
  ['a host that is the same for every lead', { ...GET, url: 'https://{{my.A}}.example.com/' }],
  [
    'an address that is the same for every lead',
    { ...GET, myTokens: { A: 'https://example.com' }, url: '{{my.A}}/leads/{{lead.Id}}' },
  ],
  [
    'an encoded text in the query',
    { ...FORM_GET, url: 'https://example.com/?q={{lead.First Name}}', pinned: IN_URL },
  ],
  ['a number in a header', { ...GET, headers: { 'X-Id': 'lead {{lead.Id}}' } }],
])('proven: %s', (_name, definition) => {
  const { compiled, webhook } = compileText({ myTokens: { A: 'emea' }, ...definition })
  const verdicts = proveWebhook(compiled, webhook).map(({ verdict }) => verdict)
  expect(verdicts.length).toBeGreaterThan(0)
  expect(verdicts.filter(({ status }) => status !== 'proven')).toEqual([])
})

test.each<readonly [string, Definition, string]>([
  [
    'plain text',
    { ...NONE_BODY, contentType: 'text/plain', template: '{{lead.First Name}}' },
    'nothing says how the endpoint reads plain text',
  ],
  [
    'a fragment',
    { ...GET, url: 'https://example.com/#{{lead.First Name}}' },
    'no server sees the fragment of a URL',
  ],
  [
    'a name that the definition does not hold',
    { ...NONE_BODY, template: '{"a": "{{program.name}}"}' },
    'the definition does not say what it is, and with "\\"" the body is not JSON',
  ],
  [
    'a document that is broken beside the token',
    { ...JSON_BODY, template: '{"a": {{lead.Id}},}' },
    'the body is not JSON, whatever stands there',
  ],
  [
    'an unknown token',
    { ...JSON_BODY, template: '{"a": {{lead.No Such Field}}}' },
    'there is no token {{lead.No Such Field}}',
  ],
])('unknown, with the reason: %s', (_name, definition, reason) => {
  const { compiled, webhook } = compileText(definition)
  const verdicts = proveWebhook(compiled, webhook).map(({ verdict }) => verdict)
  expect(verdicts).toEqual([{ status: 'unknown', reason }])
})

test('two assumptions that it takes together are both named', () => {
  const { compiled, webhook } = compileText({
    ...JSON_BODY,
    template: '{}',
    headers: { 'X-A': '{{lead.Is Customer}}' },
  })
  const [proof] = proveWebhook(compiled, webhook)
  expect(proof?.verdict).toMatchObject({
    value: true,
    assumptions: ['boolean-under-json: quoted', 'encoding-in-headers: applied'],
    sent: '"true"',
  })
})

test('a token that stands in the URL and in the body has a proof for each', () => {
  const { compiled, webhook } = compileText({
    ...JSON_BODY,
    url: 'https://example.com/?q={{lead.First Name}}',
    template: '{"a": {{lead.First Name}}}',
  })
  const proofs = proveWebhook(compiled, webhook).map(({ part, encodings, verdict }) => {
    return `${part}, ${encodings.join(' or ')}: ${verdict.status}`
  })
  expect(proofs).toEqual(['URL, JSON or None: refuted', 'body, JSON: proven'])
})

test('only open assumptions that matter for the token are named', () => {
  const template = '{"a": {{lead.First Name}}, "b": {{lead.Is Customer:default=false}}}'
  const { compiled, webhook } = compileText({
    ...JSON_BODY,
    template,
    pinned: { astral: 'kept', 'line-breaks': 'kept' },
  })
  const proofs = proveWebhook(compiled, webhook)
  expect(proofs.map(({ assumptions }) => assumptions)).toEqual([
    ['html-encoding', 'json-escapes'],
    ['boolean-under-json', 'default-encoding'],
  ])
})
