import { expect, test } from 'vitest'
import type { CompiledWebhook } from '../../src/compile/compiled-program.ts'
import { againFor } from '../../src/triage/again.ts'
import { causeNamed, type CauseId } from '../../src/triage/cause.ts'
import { explain } from '../../src/triage/explain.ts'
import { judgeFor } from '../../src/triage/judge-call.ts'
import type { KnownWebhook } from '../../src/triage/known-webhook.ts'
import { maskErrorType } from '../../src/triage/mask-error-type.ts'
import { payloadComparer } from '../../src/triage/payload/compare-payload.ts'
import { exampleWebhook } from '../support/example-programs.ts'

const WEBHOOK = exampleWebhook('lead-sync', 'prod-emea')
const KNOWN = known(WEBHOOK)

test.each([
  ['401', '401 refused'],
  ['Unauthorized', '401 refused'],
  ['unauthorized', '401 refused'],
  ['HTTP 502', '502 failed-endpoint'],
  ['HTTP/1.1 502 Bad Gateway', '502 failed-endpoint'],
  ['503 Service Unavailable', '503 failed-endpoint'],
  ['Too Many Requests', '429 limited'],
  ['Moved Permanently', '301 redirected'],
  ['Unprocessable Entity', '422 refused'],
  ['418', '418 refused'],
  ['1000', '1000 batch-campaign'],
  ['1001', '1001 empty-answer'],
  ['No Content', '1001 empty-answer'],
  ['Gateway Timeout', '504 failed-endpoint'],
  ['Request Timeout', '408 refused'],
  ['Read timed out', '– time-out'],
  ['time-out', '– time-out'],
  ['Connection reset', '– unreachable'],
  ['SSL handshake failed', '– unreachable'],
  ['12345', '– unknown'],
  ['Out of cheese', '– unknown'],
  ['3.5 seconds', '– unknown'],
])('an error type "%s" is %s', (errorType, verdict) => {
  const { status, cause } = judgeFor(undefined)({ errorType, response: 'x' })
  expect(`${status} ${cause}`).toBe(verdict)
})

test.each([
  ['{"status":"success","externalId":"1"}', 'accepted'],
  ['{"status":"success"}', 'leads-nowhere'],
  ['{"status":"success","externalId":{"a":1}}', 'not-written'],
  ['{"status":"error","externalId":"1"}', 'refused-in-answer'],
  ['{"externalId":"1"}', 'refused-in-answer'],
  ['{"status":"succ', 'unreadable-answer'],
  ['', 'nothing-recorded'],
])('without an error type, the response %s is %s', (response, cause) => {
  expect(judgeFor(KNOWN)({ errorType: '', response }).cause).toBe(cause)
  expect(judgeFor(KNOWN)({ errorType: 'OK', response }).cause).toBe(cause)
  expect(judgeFor(KNOWN)({ errorType: '200', response }).cause).toBe(cause)
})

test('a webhook without a definition, or without a success, is answered', () => {
  const response = '{"status":"error","externalId":"1"}'
  expect(judgeFor(undefined)({ errorType: '', response }).cause).toBe('answered')
  const open = known({ ...WEBHOOK, success: undefined })
  expect(judgeFor(open)({ errorType: '', response }).cause).toBe('answered')
})

test('the status that is known by itself is explained by itself', () => {
  expect(explain({ cause: 'refused', status: '401' }).title).toBe('not authenticated')
  expect(explain({ cause: 'refused', status: '418' }).title).toBe('refused by the endpoint')
})

const NONE = { mended: [], repeatable: [] }

test.each<[CauseId, string, boolean | undefined]>([
  ['accepted', '2xx', undefined],
  ['answered', '2xx', undefined],
  ['leads-nowhere', '2xx', undefined],
  ['nothing-recorded', '–', false],
  ['refused-in-answer', '2xx', false],
  ['not-written', '2xx', false],
  ['empty-answer', '1001', false],
  ['batch-campaign', '1000', false],
  ['refused', '400', false],
  ['limited', '429', true],
  ['failed-endpoint', '503', true],
  ['time-out', '–', true],
  ['unreachable', '–', true],
  ['unknown', '–', false],
])('whoever ended as %s is sent again: %s %s', (cause, status, isSent) => {
  const again = againFor({ status, webhook: 'x' }, causeNamed(cause), KNOWN, NONE)
  expect(again?.send).toBe(isSent)
})

test('what the endpoint may have done is repeated only where that is safe', () => {
  const unsafe = known({ ...WEBHOOK, idempotencyKey: [] })
  const late = { status: '–', webhook: 'CRM Lead Sync' }
  const sent = (webhook: KnownWebhook | undefined, repeatable: readonly string[]): unknown =>
    againFor(late, causeNamed('time-out'), webhook, { mended: [], repeatable })?.send
  expect(sent(unsafe, [])).toBe(false)
  expect(sent(undefined, [])).toBe(false)
  expect(sent(unsafe, ['Another'])).toBe(false)
  expect(sent(unsafe, ['CRM Lead Sync'])).toBe(true)
  const limited = againFor({ ...late, status: '429' }, causeNamed('limited'), undefined, NONE)
  expect(limited).toEqual({ send: true })
})

test('what was refused is sent again once its cause is mended, and no other status with it', () => {
  const mended = { mended: ['401'], repeatable: [] }
  const sent = (status: string, cause: CauseId): unknown =>
    againFor({ status, webhook: 'x' }, causeNamed(cause), KNOWN, mended)?.send
  expect(sent('401', 'refused')).toBe(true)
  expect(sent('400', 'refused')).toBe(false)
  expect(sent('401', 'empty-answer')).toBe(false)
})

test.each([
  ['No lead jane@example.com', 'No lead (address)'],
  ['Unknown person "Jane Doe"', 'Unknown person (text)'],
  ['Bad number +49 (170) 123-4567', 'Bad number +(number)'],
  ['Bad Request', 'Bad Request'],
  ['503', '503'],
])('an error type %j is shown as %j', (text, masked) => {
  expect(maskErrorType(text)).toBe(masked)
})

const PAYLOAD = `{
  "marketoId": 7,
  "email": "a@example.com",
  "firstName": "O'Neil, \\"Pat\\"",
  "lastName": "",
  "company": "{}",
  "score": 0,
  "region": "EMEA",
  "syncedAt": "2026-11-26 01:00:00"
}`

test.each([
  ['as it is', PAYLOAD, 'current'],
  ['with other line breaks', PAYLOAD.replaceAll('\n', '\r\n'), 'current'],
  ['with a line break at its end', `${PAYLOAD}\n`, 'current'],
  ['with an empty number', PAYLOAD.replace(': 0,', ': "",'), 'current'],
  ['with a number that is nothing', PAYLOAD.replace(': 7,', ': ,'), 'current'],
  ['with one more member', PAYLOAD.replace('"score"', '"phone": "1",\n  "score"'), 'unknown'],
  ['with a member that has another name', PAYLOAD.replace('"score"', '"points"'), 'unknown'],
  ['without a member', PAYLOAD.replace('  "company": "{}",\n', ''), 'unknown'],
  ['with something behind it', `${PAYLOAD}, {}`, 'unknown'],
  ['cut off', PAYLOAD.slice(0, -3), 'unknown'],
  ['with quotes around a token', PAYLOAD.replace('"EMEA"', '""EMEA""'), 'unknown'],
])('a payload %s is of the template or not', (_, payload, origin) => {
  expect(payloadComparer(KNOWN)?.(payload).kind).toBe(origin)
})

test('a payload of an older template is told apart from one that was edited by hand', () => {
  const older = known({ ...WEBHOOK }, [exampleWebhook('sales-signals', 'prod-apac')])
  const compare = payloadComparer({ ...older, isHistoryKnown: true })
  expect(compare?.(PAYLOAD.replace('"score"', '"points"'))).toEqual({ kind: 'by-hand', line: 7 })
  const legacy = known(exampleWebhook('lead-sync-legacy', 'prod-consumer'), [WEBHOOK])
  expect(payloadComparer(legacy)?.(PAYLOAD)).toEqual({ kind: 'older', revision: 3 })
})

test('a webhook without a template has no payload to compare', () => {
  expect(payloadComparer(known({ ...WEBHOOK, template: undefined }))).toBeUndefined()
})

function known(webhook: CompiledWebhook, older: readonly CompiledWebhook[] = []): KnownWebhook {
  return {
    name: webhook.name,
    program: 'lead-sync',
    variants: [webhook],
    pinned: {},
    page: 'runbook.md',
    templates: [
      { revision: 7, isCurrent: true, webhook },
      ...older.map((each) => ({ revision: 3, isCurrent: false, webhook: each })),
    ],
    isHistoryKnown: false,
  }
}
