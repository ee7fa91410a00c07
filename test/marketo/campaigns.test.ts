import { expect, test } from 'vitest'
import { callCodeOf } from '../../src/marketo/call-codes.ts'
import { parseWait } from '../../src/marketo/campaigns/parse-wait.ts'
import { parseQualification } from '../../src/marketo/campaigns/qualification.ts'
import { triggerNamed } from '../../src/marketo/campaigns/triggers.ts'
import { OUTBOUND_ADDRESSES } from '../../src/marketo/outbound-addresses.ts'
import { screenNamed } from '../../src/marketo/screens/screens.ts'

test.each([
  ['4 hours', { status: 'duration', minutes: 240 }],
  ['1 day', { status: 'duration', minutes: 1440 }],
  ['4 hrs', { status: 'invalid', suggestion: '4 hours' }],
  ['2 min', { status: 'invalid', suggestion: '2 minutes' }],
  ['1 hr 30 min', { status: 'invalid', suggestion: undefined }],
  ['1 hour 30 minutes', { status: 'other' }],
  ['soon', { status: 'invalid', suggestion: undefined }],
  ['next Monday at 9:00', { status: 'other' }],
])('a Wait of %j', (text, expected) => {
  expect(parseWait(text)).toEqual(expected)
})

test.each(['only once', 'Every Time', 'once every 3 days', 'once every 1 hour'])(
  '%j is a qualification rule',
  (text) => {
    expect(parseQualification(text)).toBeDefined()
  },
)

test.each(['each time', 'once every 0 days', 'once', 'once every 2 years'])(
  '%j is none',
  (text) => {
    expect(parseQualification(text)).toBeUndefined()
  },
)

test('a trigger has one definition under both of its names', () => {
  expect(triggerNamed('lead is created')).toBe(triggerNamed('Person is Created'))
  expect(triggerNamed('Webhook was Called')).toBeUndefined()
})

test('a status has its own code, or that of its class', () => {
  expect(callCodeOf(401)?.code).toBe('401')
  expect(callCodeOf(503)?.code).toBe('5xx')
  expect(callCodeOf(200)).toBeUndefined()
})

test('the webhook dialog has its fields in the order of the screen', () => {
  expect(screenNamed('new-webhook').fields).toEqual([
    'Webhook Name',
    'Description',
    'URL',
    'Request Type',
    'Template',
    'Request Token Encoding',
    'Response type',
  ])
})

test('the outbound list holds the single addresses that the e-mail list lacks', () => {
  expect(OUTBOUND_ADDRESSES.blocks).toHaveLength(9)
  expect(OUTBOUND_ADDRESSES.addresses).toHaveLength(14)
})
