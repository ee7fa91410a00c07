import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { EMAIL_ADDRESSES, isEmailAddress } from '../../src/marketo/field-types/email-address.ts'
import { testText, type Definition } from './test-text.ts'

/** A schema that takes addresses only, and nothing for a lead without one. */
const ADDRESSES_ONLY: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}, "email": {{lead.Email Address:default=}}}',
  schema: {
    type: 'object',
    properties: { email: { anyOf: [{ const: '' }, { format: 'email' }] } },
  },
}

/** Nothing but the question about addresses is left open. */
function settled(
  definition: Definition,
  pinned: Readonly<Record<string, string>> = {},
): Definition {
  return { ...definition, pinned: { 'html-encoding': 'off', ...pinned } }
}

const OPEN = 'email-values: any-text'

test('a schema that wants addresses is refuted only if an e-mail field can hold other texts', async () => {
  const { failures, tokens } = await testText(settled(ADDRESSES_ONLY))
  expect(failures).toMatchObject([{ rule: 'body-matches-schema', assumptions: [OPEN] }])
  expect(failures[0]?.help).toContain('pin "email-values" to "addresses-only" with its evidence')
  expect(tokens.map(({ verdict }) => verdict)).toEqual(['proven', 'proven'])
})

test.each<[string, readonly (readonly string[])[]]>([
  ['addresses-only', []],
  ['any-text', [[]]],
])('with the assumption pinned to %s the verdict rests on nothing', async (value, expected) => {
  const { failures } = await testText(settled(ADDRESSES_ONLY, { 'email-values': value }))
  expect(failures.map(({ assumptions = [] }) => assumptions)).toEqual(expected)
})

/** Addresses hold signs that a form reads, and none that JSON does. */
const FORM: Definition = {
  encoding: 'None',
  contentType: 'application/x-www-form-urlencoded',
  template: 'id={{lead.Id}}&email={{lead.Email Address}}',
  schema: {},
}

const QUOTED: Definition = {
  ...FORM,
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}, "email": "{{lead.Email Address}}"}',
}

test.each([{}, { 'email-values': 'addresses-only' }, { 'email-values': 'any-text' }])(
  'what an address does to a form rests on nothing: %j',
  async (pinned) => {
    const { failures, tokens } = await testText(settled(FORM, pinned))
    expect(failures.map(({ assumptions = [] }) => assumptions)).toEqual([[]])
    expect(tokens[1]).toMatchObject({ verdict: 'refuted', assumptions: [] })
  },
)

test('what only a quote does to JSON takes a text that is no address, for the proof and for the leads', async () => {
  const open = await testText(settled(QUOTED))
  expect(open.failures.map(({ assumptions }) => assumptions)).toEqual([[OPEN]])
  expect(open.tokens[1]).toMatchObject({ verdict: 'refuted', value: '"', assumptions: [OPEN] })
  const pinned = await testText(settled(QUOTED, { 'email-values': 'addresses-only' }))
  expect(pinned.failures).toEqual([])
  expect(pinned.tokens[1]).toMatchObject({ verdict: 'proven' })
})

test('a found case with a text that is no address passes once addresses are all that there is', async () => {
  const { cases = [] } = await testText(settled(ADDRESSES_ONLY))
  expect(cases).toHaveLength(1)
  const again = await testText(settled(ADDRESSES_ONLY), { found: cases })
  expect(again.replayed).toMatchObject([{ verdict: 'fails' }])
  const pinned = { 'email-values': 'addresses-only' }
  const after = await testText(settled(ADDRESSES_ONLY, pinned), { found: cases })
  expect(after.replayed).toMatchObject([{ verdict: 'passes' }])
})

test('addresses that leads are made of are addresses to the validator as well', () => {
  const ajv = new Ajv()
  addFormats.default(ajv)
  const isValid = ajv.compile({ format: 'email' })
  expect(
    EMAIL_ADDRESSES.filter((address) => !isEmailAddress(address) || !isValid(address)),
  ).toEqual([])
})

test.each([
  'a',
  '@',
  'a@',
  '@example.com',
  'a@b',
  'a b@example.com',
  'é@example.com',
  'a..b@example.com',
  '"a"@example.com',
  'a@example.com\n',
  `${'a'.repeat(65)}@example.com`,
])('%j is no address', (text) => {
  expect(isEmailAddress(text)).toBe(false)
})
