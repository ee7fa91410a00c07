import { expect, test } from 'vitest'
import type { JsonSchema } from '../../src/model/webhook.ts'
import { compileSchema } from '../../src/receiver/json-schema.ts'
import { sampleValue } from '../../src/receiver/sample-value.ts'

const AT = { file: 'x', start: 0, end: 0 }

function contract(schema: JsonSchema, referenced: Readonly<Record<string, JsonSchema>> = {}) {
  return { at: AT, path: 'schemas/a.json', schema, referenced }
}

const text = (keywords: object): JsonSchema => ({ type: 'string', ...keywords })
const whole = (keywords: object): JsonSchema => ({ type: 'integer', ...keywords })

const SCHEMAS: readonly (readonly [name: string, schema: JsonSchema])[] = [
  ['anything', true],
  ['a text of a length', text({ minLength: 12, maxLength: 20 })],
  ['a short text', text({ maxLength: 2 })],
  ['letters in capitals', text({ pattern: '^[A-Z]{3}$' })],
  ['digits', text({ pattern: '^[0-9]+$', maxLength: 8 })],
  ['digits after letters', text({ pattern: '^CRM-\\d{4,10}$' })],
  [
    'a number in the spelling of a version',
    text({ pattern: '^\\d+\\.\\d+\\.\\d+$', maxLength: 30 }),
  ],
  ['a key', text({ pattern: '^[a-z0-9_-]{8,64}$' })],
  [
    'a pattern that asks for a length too',
    text({ pattern: '^[a-f]*$', minLength: 5, maxLength: 7 }),
  ],
  ['a part of a text', text({ pattern: 'ok' })],
  ['a group', text({ pattern: '^(?:sample|other)$' })],
  ...['date', 'date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'time', 'uri', 'uuid'].map(
    (format) => [`a text of the form ${format}`, text({ format })] as const,
  ),
  ['a whole number in bounds', whole({ minimum: 10, maximum: 20 })],
  ['a negative number', whole({ maximum: -5 })],
  ['a number above a bound', whole({ exclusiveMinimum: 1 })],
  ['a share', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ['a multiple', whole({ minimum: 1, multipleOf: 25 })],
  ['zero', whole({ minimum: 0, maximum: 0 })],
  ['null or a number', { type: ['null', 'integer'] }],
  ['null', { type: 'null' }],
  ['an allowed value', { enum: ['stored', 'refused'] }],
  ['a constant', { const: { a: [1] } }],
  ['a list of some', { type: 'array', items: whole({}), minItems: 3 }],
  ['a list of none', { type: 'array', items: whole({}), maxItems: 0 }],
  ['a list without a type', { items: whole({}) }],
  ['a list by position', { type: 'array', items: [whole({}), text({})], additionalItems: false }],
  [
    'a list by position, newer',
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'array',
      prefixItems: [whole({}), text({})],
      items: false,
    },
  ],
  ['a member that is only required', { required: ['id'], properties: {} }],
  [
    'a member that must be a number by another keyword',
    { type: 'object', required: ['id'], additionalProperties: whole({}) },
  ],
  ['a member that must not be', { type: 'object', properties: { id: whole({}), no: false } }],
  [
    'all of several',
    {
      allOf: [
        { type: 'object', properties: { a: whole({}) }, required: ['a'] },
        { properties: { b: text({}) }, required: ['b'] },
      ],
    },
  ],
  [
    'one of several, with what they share',
    {
      type: 'object',
      required: ['status'],
      properties: { status: text({}) },
      oneOf: [
        { properties: { status: { const: 'ok' }, id: whole({}) }, required: ['id'] },
        { properties: { status: { const: 'error' }, message: text({}) }, required: ['message'] },
      ],
    },
  ],
  [
    'a reference with an escaped key',
    { $ref: '#/definitions/a~1b', definitions: { 'a/b': whole({ minimum: 7 }) } },
  ],
  [
    'a tree',
    {
      $ref: '#/definitions/node',
      definitions: {
        node: {
          type: 'object',
          properties: { name: text({}), child: { $ref: '#/definitions/node' } },
        },
      },
    },
  ],
]

test.each(SCHEMAS)('a sample of %s fits its schema, usual and longest', (_name, schema) => {
  const compiled = compileSchema(contract(schema))
  if (compiled.status === 'invalid') throw new Error(compiled.reason)
  for (const size of ['usual', 'longest'] as const) {
    expect(compiled.check(sampleValue(contract(schema), size))).toEqual([])
  }
})

test('references to other files are followed, and those in them from where they stand', () => {
  const whole = contract(
    {
      type: 'object',
      required: ['id'],
      properties: { id: { $ref: 'parts/id.json#/definitions/id' } },
    },
    {
      'schemas/parts/id.json': { definitions: { id: { $ref: '../number.json' } } },
      'schemas/number.json': { type: 'integer', minimum: 42 },
    },
  )
  const compiled = compileSchema(whole)
  const sample = sampleValue(whole, 'usual')
  expect(sample).toEqual({ id: 42 })
  expect(compiled.status === 'compiled' && compiled.check(sample)).toEqual([])
})

test.each([
  [{ type: 'string', maxLength: 255 }, 255],
  [{ type: 'string', pattern: '^[A-Z]+$', maxLength: 40 }, 40],
  [{ type: 'string', pattern: '^CRM-\\d{4,10}$' }, 14],
  [{ enum: ['a', 'abc', 'ab'] }, 3],
] as const)('the longest sample of %j has %i characters', (schema, length) => {
  expect(String(sampleValue(contract(schema), 'longest'))).toHaveLength(length)
})
