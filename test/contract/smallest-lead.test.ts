import { expect, test } from 'vitest'
import type { ContractResult } from '../../src/contract/contract-result.ts'
import { testText, type Definition } from './test-text.ts'

const SOUND: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}, "x": {{lead.Last Name}}}',
  schema: {},
}

function withMember(token: string, member: unknown): Definition {
  return {
    ...SOUND,
    template: `{"id": {{lead.Id}}, "x": ${token}}`,
    schema: { properties: { x: member } },
    pinned: { 'html-encoding': 'off' },
  }
}

const LONGEST = 'a'.repeat(200)

test.each([
  ['the first number beyond a maximum', '{{lead.Lead Score:default=0}}', { maximum: 100 }, 101],
  ['the first number below a minimum', '{{lead.Lead Score:default=0}}', { minimum: -7 }, -8],
  ['one character more than is taken', '{{lead.Job Title}}', { maxLength: 3 }, 'aaaa'],
  [
    'one character more than the greatest part of the field',
    '{{lead.Job Title}}',
    { maxLength: 199 },
    LONGEST,
  ],
  ['a text that is unset', '{{lead.Job Title}}', { minLength: 1 }, null],
  ['a date as it is stored', '{{lead.Created At}}', { format: 'date-time' }, '2026-11-24 09:30:00'],
])('the smallest lead is %s', async (_name, token, member, expected) => {
  const { failures } = await testText(withMember(token, member))
  expect(failures.map(({ counterexample }) => Object.values(counterexample?.lead ?? {}))).toEqual([
    [expected],
  ])
})

test('an empty text and one that was never set are told once', async () => {
  const { failures } = await testText(withMember('{{lead.Last Name}}', { minLength: 1 }))
  expect(failures.map(({ message }) => message)).toEqual([
    'when {{lead.Last Name}} is unset, the request schema refuses it: "x" must NOT have fewer than 1 characters',
  ])
})

test.each([
  ['a comma too many', '{"id": {{lead.Id}}, "x": {{lead.Last Name}},}'],
  ['a backslash', '{"id": {{lead.Id}}, "x": "C:\\crm"}'],
  ['a missing bracket', '{"id": {{lead.Id}}, "x": [{{lead.Last Name}} }'],
])('no token is blamed for what is wrong around it: %s', async (_name, template) => {
  const result = await testText({ ...SOUND, template })
  expect(messages(result)).toEqual(['for every lead, the body is not JSON'])
})

test('a URL that is wrong for every lead is told once, though it is worse for some', async () => {
  const result = await testText({
    ...SOUND,
    url: 'https://example.com/?email={{lead.Email Address}}',
    pinned: { 'encoding-in-url': 'applied' },
  })
  expect(messages(result)).toEqual([
    'for every lead, because of {{lead.Email Address}}, the endpoint reads another value in the URL',
  ])
})

function messages({ failures }: ContractResult): readonly string[] {
  return failures.map(({ message }) => message)
}
