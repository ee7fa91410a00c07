import { expect, test } from 'vitest'
import { schemaAt } from '../../src/lint/schema-at.ts'
import { followReference } from '../../src/model/schema/schema-node.ts'
import type { ContractSchema } from '../../src/model/webhook.ts'
import { keywordsAt } from '../../src/receiver/keywords-at.ts'
import { sampleValue } from '../../src/receiver/sample-value.ts'
import { schemaRows } from '../../src/render/schema-rows.ts'

/** References that lead nowhere, and are no reason to stop. */
const NOWHERE: readonly string[] = [
  '#/toString',
  '#/definitions/constructor/name',
  '#/__proto__',
  '#/definitions/%',
  '#/%zz/50%',
  '50%.json',
  'https://example.com/%',
  '#anchor',
  '#/definitions/list/length',
  '#/definitions/list/-1',
  '#/definitions/list/01',
]

function referringTo($ref: string, more: object = {}): ContractSchema {
  return {
    at: { file: 'program.yaml', start: 0, end: 0 },
    path: 'schemas/a.json',
    schema: {
      type: 'object',
      properties: { value: { $ref } },
      definitions: { list: [{ type: 'integer' }], ...more },
    },
    referenced: {
      'schemas/100%.json': { type: 'integer', minimum: 42 },
      'schemas/b.json': { definitions: { 'a/b': { type: 'integer', minimum: 42 } } },
    },
  }
}

test.each(NOWHERE)('the reference %j leads nowhere, for every reader of schemas', ($ref) => {
  const contract = referringTo($ref)
  expect(followReference($ref, contract.path, contract)).toBeUndefined()
  expect(keywordsAt(contract, ['value'])).toEqual([])
  expect(sampleValue(contract, 'usual')).toHaveProperty('value')
  expect(schemaAt(contract, ['value'])).toBeUndefined()
  expect(schemaRows(contract)).toMatchObject([{ member: 'value', type: 'any' }])
})

test.each([
  ['#/definitions/list/0', 'integer'],
  ['#/definitions/a~1b', 'integer'],
  ['#/definitions/50%25', 'integer'],
  ['#/definitions/50%', 'integer'],
  ['b.json#/definitions/a~1b', 'integer'],
  ['100%.json', 'integer'],
  ['100%25.json#', 'integer'],
  ['#', 'object'],
] as const)('the reference %j leads to one place, for every reader of schemas', ($ref, type) => {
  const integer = { type: 'integer', minimum: 42 }
  const contract = referringTo($ref, { list: [integer], 'a/b': integer, '50%': integer })
  expect(followReference($ref, contract.path, contract)?.schema).toHaveProperty('type', type)
  expect(keywordsAt(contract, ['value'])).toContainEqual(
    expect.objectContaining({ keyword: 'type', value: type }),
  )
  expect(schemaAt(contract, ['value'])).toHaveProperty('type', type)
  expect(schemaRows(contract)[0]).toMatchObject({ member: 'value', type })
  if (type === 'integer') expect(sampleValue(contract, 'usual')).toEqual({ value: 42 })
})

test('what holds itself is described once, however deep it goes', () => {
  const node = { properties: { left: { $ref: '#/definitions/node' }, name: { type: 'string' } } }
  const members = schemaRows(referringTo('#/definitions/node', { node })).map((row) => row.member)
  expect(members).toEqual(['value', 'value.left', 'value.name'])
  expect(schemaRows(referringTo('#')).map(({ member }) => member)).toEqual(['value'])
})
