import { expect, test } from 'vitest'
import { testText, type Definition } from './test-text.ts'

const COUNTRY: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}, "x": {{lead.Country}}}',
  schema: {},
}

test.each<readonly [what: string, schema: object, message: string]>([
  [
    'an enumeration',
    { enum: ['', 'DE', 'FR'] },
    'when {{lead.Country}} is "a", the request schema refuses it: "x" is none of the allowed values',
  ],
  [
    'a format or nothing',
    { anyOf: [{ const: '' }, { format: 'email' }] },
    'when {{lead.Country}} is "a", the request schema refuses it: "x" fits none of the alternatives',
  ],
  [
    'a pattern',
    { pattern: '^([A-Z]{2})?$' },
    'when {{lead.Country}} is "a", the request schema refuses it: "x" must match pattern "^([A-Z]{2})?$"',
  ],
  [
    'a length',
    { minLength: 3 },
    'when {{lead.Country}} is unset, the request schema refuses it: "x" must NOT have fewer than 3 characters',
  ],
])('a schema that some texts fit is not failed by every lead: %s', async (_what, x, message) => {
  const { failures } = await testText({ ...COUNTRY, schema: { properties: { x } } })
  expect(failures[0]?.message).toBe(message)
  expect(failures.filter((failure) => failure.message.startsWith('for every lead'))).toEqual([])
})

test('a schema that no text fits is failed by every lead', async () => {
  const schema = { properties: { x: { type: 'integer' } } }
  const { failures } = await testText({ ...COUNTRY, schema })
  expect(failures.map(({ message }) => message)).toEqual([
    'for every lead, because of {{lead.Country}}, the request schema refuses it: "x" must be integer',
  ])
})
