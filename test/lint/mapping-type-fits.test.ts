import { expect, test } from 'vitest'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const FOLDER = 'test/lint/cases/mapping-type-fits/fires'

/** What the rule says about a field of a type and a value of a schema. */
function misfits(field: string, schema: unknown, responseType = 'JSON'): readonly string[] {
  const replaced = new Map([
    [`${FOLDER}/notify/program.yaml`, programText(field, responseType)],
    [`${FOLDER}/notify/response.schema.json`, JSON.stringify({ properties: { value: schema } })],
  ])
  const workspace = readWorkspace(`${FOLDER}/project.yaml`, replaced)
  expect(workspace.diagnostics).toEqual([])
  const findings = lintWorkspace(workspace).filter(({ rule }) => rule === 'mapping-type-fits')
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
  ['text', { type: 'string', maxLength: 20_000 }],
])('a field of type %s takes %j', (type, schema) => {
  expect(misfits(`type: ${type}`, schema)).toEqual([])
})

test('in XML every value is a text', () => {
  expect(misfits('type: integer', STRING, 'XML')).toEqual([])
  expect(misfits('type: integer', { type: 'object' }, 'XML')).toHaveLength(1)
})

test('nothing is said where nothing is read', () => {
  expect(misfits('type: integer', STRING, 'None')).toEqual([])
})
