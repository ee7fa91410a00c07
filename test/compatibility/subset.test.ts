import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSubset } from '../../src/compatibility/subset/is-subset.ts'
import type { JsonSchema } from '../../src/model/webhook.ts'

function within(inner: JsonSchema, outer: JsonSchema): boolean {
  const contract = {
    at: { file: 'x', start: 0, end: 0 },
    path: 'after.json',
    schema: outer,
    referenced: { 'before.json': inner },
  }
  return isSubset({
    contract,
    inner: [{ schema: inner, document: 'before.json' }],
    outer: { schema: outer, document: 'after.json' },
  })
}

/** Read from a text: an object that is written with a `then` is taken for one that can be waited for. */
function conditional(condition: unknown, follows: unknown, otherwise: unknown = true): JsonSchema {
  const [first, second, third] = [condition, follows, otherwise].map((each) => JSON.stringify(each))
  return JSON.parse(`{"if": ${first}, "then": ${second}, "else": ${third}}`)
}

const IF_A_THEN_B = conditional({ required: ['a'] }, { required: ['b'] })

const PERSON = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] }

test.each<readonly [name: string, inner: JsonSchema, outer: JsonSchema]>([
  ['other words', { type: 'string', title: 'a' }, { description: 'b', type: ['string'] }],
  ['another order of keys', { minimum: 1, type: 'integer' }, { type: 'integer', minimum: 1 }],
  ['a wider type', { type: 'integer' }, { type: ['number', 'null'] }],
  ['a longer enumeration', { enum: ['a', 'b'] }, { enum: ['c', 'b', 'a'] }],
  ['a constant of an enumeration', { const: 2 }, { enum: [1, 2], maximum: 2 }],
  [
    'a wider range',
    { type: 'number', minimum: 1, maximum: 2 },
    { minimum: 0, exclusiveMaximum: 3 },
  ],
  ['a coarser grid', { type: 'integer', multipleOf: 10 }, { multipleOf: 5 }],
  ['longer texts', { type: 'string', maxLength: 3 }, { maxLength: 4 }],
  ['a wider pattern', { type: 'string', pattern: '^[A-Z]{2}$' }, { pattern: '^[A-Za-z]{2,3}$' }],
  ['one requirement less', PERSON, { ...PERSON, required: [] }],
  [
    'an open object',
    { ...PERSON, additionalProperties: false },
    { ...PERSON, additionalProperties: { type: 'number' } },
  ],
  [
    'a new optional member of a closed object',
    { ...PERSON, additionalProperties: false },
    { properties: { ...PERSON.properties, age: { type: 'integer' } } },
  ],
  ['one branch more', { oneOf: [{ const: 1 }] }, { oneOf: [{ const: 1 }, { const: 2 }] }],
  [
    'branches told apart by a constant',
    { oneOf: [{ required: ['k'], properties: { k: { const: 'a' } }, type: 'object' }] },
    {
      type: 'object',
      oneOf: [
        { properties: { k: { const: 'a' } } },
        { properties: { k: { const: 'b' } }, required: ['k'] },
      ],
    },
  ],
  [
    'the same choice that overlaps',
    { oneOf: [{ minimum: 1 }, { maximum: 5 }], title: 'a' },
    { oneOf: [{ minimum: 1, title: 'b' }, { maximum: 5 }] },
  ],
  [
    'what stands behind a reference',
    { $ref: '#/definitions/a', definitions: { a: { type: 'string' } } },
    { type: 'string' },
  ],
  [
    'a list that holds itself',
    {
      $ref: '#/$defs/l',
      $defs: { l: { type: 'array', items: { $ref: '#/$defs/l' }, maxItems: 2 } },
    },
    {
      $ref: '#/$defs/m',
      $defs: { m: { type: 'array', items: { $ref: '#/$defs/m' }, maxItems: 3 } },
    },
  ],
  ['the same condition', { allOf: [IF_A_THEN_B], required: ['c'] }, IF_A_THEN_B],
  ['what never meets the condition', { ...PERSON, additionalProperties: false }, IF_A_THEN_B],
  [
    'a choice that holds itself',
    {
      $ref: '#/$defs/t',
      $defs: {
        t: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/t' } }] },
      },
    },
    {
      $ref: '#/$defs/t',
      $defs: {
        t: {
          anyOf: [{ type: 'array', items: { $ref: '#/$defs/t' } }, { type: ['null', 'string'] }],
        },
      },
    },
  ],
  ['null beside a type', { type: 'string', nullable: true }, { type: ['null', 'string'] }],
  ['what is not the other', { enum: ['a', 'b'] }, { not: { const: 'c' } }],
])('is proven: %s', (_name, inner, outer) => {
  expect(within(inner, outer)).toBe(true)
})

test.each<readonly [name: string, inner: JsonSchema, outer: JsonSchema]>([
  ['a narrower type', { type: 'number' }, { type: 'integer' }],
  ['a shorter enumeration', { enum: ['a', 'b'] }, { enum: ['a'] }],
  ['an exclusive bound', { type: 'number', minimum: 1 }, { exclusiveMinimum: 1 }],
  ['shorter texts', { type: 'string', maxLength: 4 }, { maxLength: 3 }],
  ['another pattern', { type: 'string', pattern: '^[A-Z]' }, { pattern: '^[A-Z]$' }],
  ['one requirement more', PERSON, { ...PERSON, required: ['name', 'age'] }],
  ['a closed object', PERSON, { ...PERSON, additionalProperties: false }],
  ['a type for what was free', PERSON, { properties: { age: { type: 'integer' } } }],
  [
    'a member that only a pattern allowed',
    { type: 'object', patternProperties: { '^x': {} }, additionalProperties: false },
    { additionalProperties: false },
  ],
  ['branches that overlap', { type: 'number' }, { oneOf: [{ minimum: 0 }, { type: 'number' }] }],
  [
    'a reference without an end',
    { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } },
    { type: 'string' },
  ],
])('is not proven: %s', (_name, inner, outer) => {
  expect(within(inner, outer)).toBe(false)
})

const scalar = fc.oneof(
  fc.constantFrom<JsonSchema>(true, false, {}),
  fc.record({ type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'null') }),
  fc.record({ minimum: fc.integer({ min: -1, max: 2 }) }),
  fc.record({ exclusiveMaximum: fc.integer({ min: 0, max: 2 }), type: fc.constant('number') }),
  fc.record({ maxLength: fc.nat(2) }),
  fc.record({ minLength: fc.nat(2), type: fc.constant('string') }),
  fc.record({ pattern: fc.constantFrom('^a', 'a$', '^a?b*$', 'b') }),
  fc.record({ enum: fc.subarray(['a', 'b', 1, null, true], { minLength: 1 }) }),
  fc.record({ const: fc.constantFrom('a', 1, null) }),
  fc.record({ multipleOf: fc.constantFrom(0.5, 1, 2) }),
)

const { schema } = fc.letrec<{ readonly schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema')),
        required: fc.subarray(['a', 'b']),
        additionalProperties: tie('schema'),
        patternProperties: fc.dictionary(fc.constantFrom('^a', 'c'), tie('schema')),
        maxProperties: fc.nat(2),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      { items: tie('schema'), minItems: fc.nat(2), maxItems: fc.nat(2) },
      { requiredKeys: ['items'] },
    ),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('schema') }),
    fc.tuple(tie('schema'), tie('schema'), tie('schema')).map((parts) => conditional(...parts)),
  ),
}))

const leaf = fc.constantFrom<unknown>(
  '',
  'a',
  'b',
  'ab',
  'abb',
  0,
  1,
  2,
  -1,
  0.5,
  1.5,
  true,
  false,
  null,
)
const value = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(leaf, fc.array(leaf, { maxLength: 1 }))),
)

test('no value refutes what is proven', () => {
  let proven = 0
  fc.assert(
    fc.property(
      schema,
      schema,
      fc.array(value, { minLength: 30, maxLength: 30 }),
      (a, b, values) => {
        if (!within(a, b)) return true
        proven += 1
        const ajv = new Ajv({ strict: false })
        const [before, after] = [ajv.compile(a), ajv.compile(b)]
        return values.every((each) => !before(each) || after(each))
      },
    ),
    { numRuns: 150, seed: 1 },
  )
  expect(proven).toBeGreaterThan(10)
})
