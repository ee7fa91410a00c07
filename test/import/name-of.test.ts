import { expect, test } from 'vitest'
import { nameOf, titleOf } from '../../src/import/name-of.ts'

test.each([
  ['https://crm-gateway.example.com/v1/leads', 'crm-gateway-leads'],
  ['https://api.example.com/rest/v2/contacts.json?x=1', 'example-contacts'],
  ['https://hooks.example.com/services/T0AbCdEf12/XyZ0123ABC5678901234567890abc', 'example'],
  ['https://me:pw@crm.example.com/', 'crm'],
  ['http://127.0.0.1:8080/', 'imported'],
  ['https://crm.example.com/{{lead.Id}}/sync', 'crm-sync'],
  ['https://v1/', 'imported'],
])('%s is called %s', (url, name) => {
  expect(nameOf({ url })).toBe(name)
})

test('a title is the id in words', () => {
  expect(titleOf('crm-gateway-leads')).toBe('Crm gateway leads')
})
