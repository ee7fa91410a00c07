import { expect, test } from 'vitest'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const FOLDER = 'test/lint/cases/mapping-type-fits/fires'

/** What the rule says about a field of a type and a value of a schema. */
function misfits(field: string, schema: unknown, responseType = 'JSON'): readonly string[] {
  return told('mapping-type-fits', field, { value: schema }, [], responseType)
}

function told(
  wanted: string,
  field: string,
  properties: object,
  required: readonly string[],
  responseType = 'JSON',
): readonly string[] {
  const replaced = new Map([
    [`${FOLDER}/notify/program.yaml`, programText(field, responseType)],
    [
      `${FOLDER}/notify/response.schema.json`,
      JSON.stringify({ properties, required, type: 'object' }),
    ],
  ])
  const workspace = readWorkspace(`${FOLDER}/project.yaml`, replaced)
  expect(workspace.diagnostics).toEqual([])
  const findings = lintWorkspace(workspace).filter(({ rule }) => rule === wanted)
  return findings.map(({ message }) => message)
}

function programText(field: string, responseType: string): string {
  return `
apiVersion: hookbook/v1
kind: WebhookProgram
id: notify
title: Tell the sales desk
revision: 1
fields:
  Target: {rest: target, soap: Target__c, ${field}}
webhooks:
  notify:
    marketo: {name: Notify}
    url: https://hooks.example.com/notify
    method: GET
    responseType: ${responseType}
    response: {$ref: response.schema.json}
    mappings: {value: Target__c}
`
}

const STRING = { type: 'string' }
const NUMBER = { type: 'number' }

test.each<[string, unknown, string]>([
  ['integer', STRING, 'may hold a string, and "Target" is an integer field'],
  ['integer', { enum: ['1', 'two'] }, 'a string'],
  ['integer', { type: 'string', pattern: '^.*$' }, 'a string'],
  ['score', NUMBER, 'a number'],
  ['score', { type: 'number', multipleOf: 0.5 }, 'a number'],
  ['currency', { type: 'boolean' }, 'a boolean'],
  ['boolean', { type: 'integer' }, 'an integer'],
  ['boolean', STRING, 'a string'],
  ['boolean', { enum: ['yes', 'no'] }, 'a string'],
  ['boolean', { type: 'string', pattern: '^[0-9]$' }, 'a string'],
  ['date', { type: 'integer' }, 'an integer'],
  ['datetime', { type: ['string', 'number'] }, 'a number'],
  ['string', { type: 'object' }, 'an object'],
  ['string', { type: ['null', 'array'] }, 'an array'],
  ['string', { const: ['a'] }, 'an array'],
  ['string, length: 3', { enum: ['abc', 'abcd'] }, 'may hold 4 characters, and "Target" takes 3'],
  ['string, length: 3', { const: 'abcd' }, 'may hold 4 characters'],
  ['string', { type: 'string', maxLength: 256 }, 'may hold 256 characters'],
  [
    'text',
    { type: 'string', maxLength: 30_001 },
    'may hold 30001 characters, and "Target" takes 30000 bytes',
  ],
])('a field of type %s does not take %j', (type, schema, message) => {
  expect(misfits(`type: ${type}`, schema)).toEqual([expect.stringContaining(message)])
})

test.each<[string, unknown]>([
  ['integer', { type: ['integer', 'null'] }],
  ['integer', { type: 'number', multipleOf: 1 }],
  ['integer', { enum: ['1', '-2'] }],
  ['integer', { type: 'string', pattern: '^-?[0-9]{1,4}$' }],
  ['float', NUMBER],
  ['currency', { type: 'integer' }],
  ['boolean', { type: 'boolean' }],
  ['boolean', { enum: ['true', 'FALSE'] }],
  ['date', STRING],
  ['datetime', { type: 'string', format: 'date-time' }],
  ['string', NUMBER],
  ['string', {}],
  ['string', STRING],
  ['string', { type: 'string', maxLength: 255 }],
  ['string, length: 3', { enum: ['abc', '😀😀😀'] }],
  ['text', STRING],
  ['text', { type: 'string', maxLength: 30_000 }],
])('a field of type %s takes %j', (type, schema) => {
  expect(misfits(`type: ${type}`, schema)).toEqual([])
})

/** What `mapping-always-writes` says of a text area. */
function doubts(schema: unknown): readonly string[] {
  return told('mapping-always-writes', 'type: text', { value: schema }, ['value'])
}

test('bytes are what fills a text area: other letters than those of ASCII take more than one', () => {
  const sure = { type: 'string', minLength: 1, maxLength: 7_500 }
  expect(doubts(sure)).toEqual([])
  expect(doubts({ ...sure, maxLength: 7_501 })).toEqual([
    '"value" is not sure to be written: it may take more than 30000 bytes',
  ])
  expect(doubts({ ...sure, maxLength: 30_000, pattern: '^[a-z]+$' })).toEqual([])
  expect(doubts({ type: 'string', minLength: 1 })).toEqual([
    '"value" is not sure to be written: the schema sets no "maxLength"',
  ])
  expect(doubts({ ...sure, maxLength: 30_001 })).toEqual([])
})

test('a listed text is measured as it is', () => {
  expect(misfits('type: text', { const: '漢'.repeat(10_000) })).toEqual([])
  expect(misfits('type: text', { const: '漢'.repeat(10_001) })).toEqual([
    'the response may hold 10001 characters, and "Target" takes 30000 bytes',
  ])
})

test('in XML every value is a text', () => {
  expect(misfits('type: integer', STRING, 'XML')).toEqual([])
  expect(misfits('type: integer', { type: 'object' }, 'XML')).toHaveLength(1)
})

test('nothing is said where nothing is read', () => {
  expect(misfits('type: integer', STRING, 'None')).toEqual([])
})
