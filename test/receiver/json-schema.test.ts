import { expect, test } from 'vitest'
import type { JsonSchema } from '../../src/model/webhook.ts'
import { compileSchema } from '../../src/receiver/json-schema.ts'

const AT = { file: 'x', start: 0, end: 0 }
const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema'

function problems(schema: JsonSchema, value: unknown): readonly string[] {
  const compiled = compileSchema({ at: AT, path: 'schemas/a.json', schema, referenced: {} })
  if (compiled.status === 'invalid') throw new Error(compiled.reason)
  return compiled.check(value).map(({ path, message }) => `${path} ${message}`)
}

test.each([
  [{ required: ['id'] }, {}, [' lacks the member "id"']],
  [{ additionalProperties: false }, { 'a"b': 1 }, [' has a member that the schema does not know']],
  [{ enum: ['a'] }, 'the secret', [' is none of the allowed values']],
  [
    { properties: { a: { maxLength: 1 } } },
    { a: 'xy' },
    ['/a must NOT have more than 1 characters'],
  ],
  [{ format: 'date-time' }, '2026-11-24 09:30', [' must match format "date-time"']],
  [{ format: 'date-time' }, '2026-11-24T09:30:00Z', []],
  [{ format: 'of our own' }, 'anything', []],
  [{ $schema: 'http://json-schema.org/draft-07/schema#', type: 'null' }, null, []],
  [{ $schema: DRAFT_2020, prefixItems: [{ type: 'string' }] }, [1], ['/0 must be string']],
  [{ prefixItems: [{ type: 'string' }] }, [1], []],
  [true, 'anything', []],
  [false, 'anything', [' boolean schema is false']],
] as const)('the schema %j has against %j: %j', (schema, value, expected) => {
  expect(problems(schema, value)).toEqual(expected)
})

test.each([
  [{ type: 'strang' }],
  [{ pattern: '(' }],
  [{ $ref: '#/definitions/none' }],
  [{ $ref: 'other.json' }],
  [{ $schema: 'https://example.com/own' }],
])('%j is told to be no schema', (schema) => {
  const compiled = compileSchema({ at: AT, path: 'schemas/a.json', schema, referenced: {} })
  expect(compiled.status === 'invalid' && compiled.reason.length).toBeGreaterThan(0)
})

test('a schema that could not be read is told, too', () => {
  const unread = { at: AT, path: 'schemas/a.json', schema: undefined, referenced: {} }
  expect(compileSchema(unread)).toEqual({ status: 'invalid', reason: 'the schema was not read' })
})

test('schemas of the same content are compiled once, wherever they are named', () => {
  const schema = { required: ['id'] }
  const contract = { at: AT, path: 'schemas/a.json', schema, referenced: {} }
  const elsewhere = { ...contract, at: { file: 'y', start: 3, end: 4 }, schema: { ...schema } }
  expect(compileSchema(elsewhere)).toBe(compileSchema(contract))
})

test('schemas that differ only in what they refer to are not taken for one another', () => {
  const schema = { $ref: 'b.json' }
  const contract = { at: AT, path: 'schemas/a.json', schema, referenced: {} }
  const texts = compileSchema({
    ...contract,
    referenced: { 'schemas/b.json': { type: 'string' } },
  })
  const numbers = compileSchema({
    ...contract,
    referenced: { 'schemas/b.json': { type: 'number' } },
  })
  expect(texts.status === 'compiled' && texts.check(1).length).toBe(1)
  expect(numbers.status === 'compiled' && numbers.check(1).length).toBe(0)
})
