import { expect, test } from 'vitest'
import { keywordsAt } from '../../src/receiver/keywords-at.ts'

const SCHEMA = {
  properties: {
    plain: { type: 'string', maxLength: 5, description: 'said here' },
    shared: { $ref: '#/definitions/name', minLength: 1 },
    both: { allOf: [{ maxLength: 5 }, { pattern: '^a' }] },
    either: { type: 'string', anyOf: [{ const: '' }, { minLength: 3 }] },
    elsewhere: { $ref: 'other.json#/definitions/code' },
    back: { $ref: 'other.json#/definitions/back' },
    itself: { $ref: '#/properties/itself' },
    nowhere: { $ref: 'missing.json' },
    list: { items: [{ minimum: 1 }], additionalItems: { maximum: 9 } },
    rows: { items: { properties: { id: { multipleOf: 2 } } } },
    'a/b': { const: 1 },
  },
  patternProperties: { '^x-': { enum: ['a'] } },
  additionalProperties: { type: 'integer' },
  definitions: { name: { maxLength: 40 } },
}

const CONTRACT = {
  path: 'schemas/lead.json',
  at: { file: 'program.yaml', start: 0, end: 0 },
  schema: SCHEMA,
  referenced: {
    'schemas/other.json': {
      definitions: {
        code: { format: 'uuid' },
        back: { $ref: 'lead.json#/definitions/name' },
      },
    },
  },
} as const

test.each<readonly [place: readonly (string | number)[], rows: readonly string[]]>([
  [['plain'], ['/properties/plain/type', '/properties/plain/maxLength']],
  [['shared'], ['/properties/shared/minLength', '/definitions/name/maxLength']],
  [['both'], ['/properties/both/allOf/0/maxLength', '/properties/both/allOf/1/pattern']],
  [['elsewhere'], ['schemas/other.json#/definitions/code/format']],
  [['back'], ['/definitions/name/maxLength']],
  [['itself'], []],
  [['nowhere'], []],
  [['list', 0], ['/properties/list/items/0/minimum']],
  [['list', 3], ['/properties/list/additionalItems/maximum']],
  [['rows', 7, 'id'], ['/properties/rows/items/properties/id/multipleOf']],
  [['a/b'], ['/properties/a~1b/const']],
  [['x-ray'], ['/patternProperties/^x-/enum']],
  [['unnamed'], ['/additionalProperties/type']],
  [['__proto__'], ['/additionalProperties/type']],
  [['plain', 'deeper'], []],
])('the keywords that decide at %j', (place, rows) => {
  const found = keywordsAt(CONTRACT, place)
  expect(found.map(({ row }) => row)).toEqual(rows)
  expect(found.every(({ isCertain }) => isCertain)).toBe(true)
})

test('what stands in one of several alternatives is not certain', () => {
  expect(keywordsAt(CONTRACT, ['either']).map(({ row, isCertain }) => [row, isCertain])).toEqual([
    ['/properties/either/type', true],
    ['/properties/either/anyOf/0/const', false],
    ['/properties/either/anyOf/1/minLength', false],
  ])
})
