import { expect, test } from 'vitest'
import { schemaDifferences } from '../../src/diff/schema/schema-differences.ts'
import type { ContractSchema, JsonSchema } from '../../src/model/webhook.ts'

const AT = { file: 'a.yaml', start: 0, end: 0 }

function contract(
  schema: JsonSchema,
  referenced: ContractSchema['referenced'] = {},
): ContractSchema {
  return { at: AT, path: 'schemas/a.json', schema, referenced }
}

/** `place keyword: before -> after (direction)`, a line for each difference. */
function differences(from: JsonSchema, to: JsonSchema): readonly string[] {
  return schemaDifferences(contract(from), contract(to)).map(
    ({ place, keyword, before, after, direction, isText }) =>
      `${place} ${keyword}: ${before ?? ''} -> ${after ?? ''} (${isText ? 'text' : direction})`.trim(),
  )
}

const TABLE: readonly (readonly [string, JsonSchema, JsonSchema, readonly string[]])[] = [
  ['a larger maximum', { maximum: 1 }, { maximum: 2 }, ['maximum: 1 -> 2 (wider)']],
  ['a larger minimum', { minimum: 1 }, { minimum: 2 }, ['minimum: 1 -> 2 (narrower)']],
  ['a new limit', {}, { maxLength: 5 }, ['maxLength:  -> 5 (narrower)']],
  ['a limit that is gone', { pattern: 'a' }, {}, ['pattern: a ->  (wider)']],
  ['another pattern', { pattern: 'a' }, { pattern: 'b' }, ['pattern: a -> b (other)']],
  ['one value more', { enum: ['a'] }, { enum: ['b', 'a'] }, ['enum: ["a"] -> ["b","a"] (wider)']],
  [
    'one value fewer',
    { enum: ['a', 'b'] },
    { enum: ['a'] },
    ['enum: ["a","b"] -> ["a"] (narrower)'],
  ],
  ['other values', { enum: ['a'] }, { enum: ['b'] }, ['enum: ["a"] -> ["b"] (other)']],
  [
    'every integer is a number',
    { type: 'integer' },
    { type: 'number' },
    ['type: integer -> number (wider)'],
  ],
  [
    'a list of one type is the type',
    { type: ['string'] },
    { type: ['string', 'null'] },
    ['type: ["string"] -> ["string","null"] (wider)'],
  ],
  ['items that must differ', {}, { uniqueItems: true }, ['uniqueItems:  -> true (narrower)']],
  [
    'words for people',
    { title: 'a' },
    { title: 'b', description: 'c' },
    ['description:  -> c (text)', 'title: a -> b (text)'],
  ],
  [
    'a closed object',
    {},
    { additionalProperties: false },
    ['additionalProperties:  -> false (narrower)'],
  ],
  [
    'a property that comes as required says so once',
    { required: [], properties: {} },
    { required: ['a'], properties: { a: { type: 'string' } } },
    ['a property:  -> required {"type":"string"} (narrower)'],
  ],
  [
    'a property that goes from a closed object',
    { properties: { a: {}, b: {} }, additionalProperties: false },
    { properties: { b: {} }, additionalProperties: false },
    ['a property: optional {} ->  (narrower)'],
  ],
  [
    'within items of a list',
    { properties: { lines: { items: { properties: { sku: { maxLength: 9 } } } } } },
    { properties: { lines: { items: { properties: { sku: { maxLength: 5 } } } } } },
    ['lines[].sku maxLength: 9 -> 5 (narrower)'],
  ],
  [
    'a property that is called as a keyword is',
    { properties: { title: { maxLength: 9 } } },
    { properties: { title: { maxLength: 5 } } },
    ['title maxLength: 9 -> 5 (narrower)'],
  ],
  [
    'the order of keys',
    { type: 'object', minProperties: 1 },
    { minProperties: 1, type: 'object' },
    [],
  ],
  ['the order of what is required', { required: ['a', 'b'] }, { required: ['b', 'a'] }, []],
]

test.each(TABLE)('%s', (_, from, to, expected) => {
  expect(differences(from, to)).toEqual(expected)
})

test('a referenced file is known by what it holds, not by where it lies', () => {
  const base = contract(
    { $ref: 'parts/b.json#/$defs/x' },
    { 'schemas/parts/b.json': { $defs: { x: {} } } },
  )
  const moved = contract(
    { $ref: '../other/c.json#/$defs/x' },
    { 'other/c.json': { $defs: { x: {} } } },
  )
  const changed = contract(
    { $ref: 'parts/b.json#/$defs/x' },
    { 'schemas/parts/b.json': { $defs: { x: { type: 'null' } } } },
  )
  expect(schemaDifferences(base, moved)).toEqual([])
  expect(schemaDifferences(base, changed)).toHaveLength(1)
})

test('files that refer to each other end', () => {
  const round = { 'schemas/b.json': { $ref: 'a.json' } }
  expect(
    schemaDifferences(contract({ $ref: 'b.json' }, round), contract({ $ref: 'b.json' }, round)),
  ).toEqual([])
})
