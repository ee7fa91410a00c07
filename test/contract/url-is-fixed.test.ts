import { expect, test } from 'vitest'
import { testText, type Definition } from './test-text.ts'

const GET: Definition = {
  encoding: 'None',
  contentType: 'application/json',
  method: 'GET',
  template: undefined,
  schema: {},
}

const FORM: Definition = {
  ...GET,
  encoding: 'Form/Url',
  pinned: { 'encoding-in-url': 'applied', 'form-space': 'percent' },
}

const PLUS: Definition = { ...FORM, pinned: { ...FORM.pinned, 'form-space': 'plus' } }

const STRUCTURE = 'the value changes the structure of the URL'
const ANOTHER = 'the endpoint reads another value in the URL'

test.each([
  ['a space beside others in a segment', PLUS, '/p-{{lead.First Name}}', ANOTHER],
  ['a text in a sentence in the query', GET, '/?q=Dear {{lead.First Name}}', ANOTHER],
  [
    'a text as a segment that goes up, though encoded',
    FORM,
    '/{{lead.First Name:default=x}}/x',
    STRUCTURE,
  ],
  ['a segment that may be empty', GET, '/leads/{{lead.Lead Score}}', STRUCTURE],
  ['a query member named by a value', GET, '/?{{lead.Lead Score:default=0}}=1', STRUCTURE],
] as const)('refuted: %s', async (_name, definition, rest, message) => {
  const url = `https://example.com${rest}`
  const { failures } = await testText({ ...definition, url })
  expect(failures.map(({ rule }) => rule)).toContain('url-is-fixed')
  expect(failures.map((failure) => failure.message).join('\n')).toContain(message)
})

test.each([
  ['a login', 'https://{{lead.Lead Score:default=0}}:x@example.com/'],
  ['a password', 'https://x:{{lead.Lead Score:default=0}}@example.com/'],
  ['a port', 'https://example.com:{{lead.Lead Score:default=0}}/'],
  ['a host', 'https://eu{{lead.Lead Score:default=0}}.example.com/'],
])('refuted: %s made of a value', async (_name, url) => {
  const { failures } = await testText({ ...GET, url })
  expect(new Set(failures.map(({ rule }) => rule))).toEqual(new Set(['url-is-fixed']))
})

test.each([
  ['a number beside others in a segment', GET, '/p-{{lead.Id}}'],
  ['a number that is always set as a segment', GET, '/leads/{{lead.Id}}/x'],
  ['a number with a default as a segment', GET, '/leads/{{lead.Lead Score:default=0}}'],
  ['an encoded text beside others in a segment', FORM, '/p-{{lead.First Name}}'],
  ['an encoded text in a sentence in the query', FORM, '/?q=Dear%20{{lead.First Name}}'],
  ['a date in the query', GET, '/?born={{lead.Date of Birth}}'],
  ['an unset number in the query', GET, '/?score={{lead.Lead Score}}&x=1'],
  ['a fragment, which no server sees', GET, '/a#{{lead.Lead Score}}'],
] as const)('passes: %s', async (_name, definition, rest) => {
  const { failures } = await testText({ ...definition, url: `https://example.com${rest}` })
  expect(failures.map(({ message }) => message)).toEqual([])
})
