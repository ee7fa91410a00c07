import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { proveDesign } from './prove-design.ts'

const FOLDER = 'test/guarantee/designs'
const SCHEMA = readFileSync(`${FOLDER}/response.schema.json`, 'utf8')

function program(campaigns: string, guarantee: string): string {
  const text = readFileSync(`${FOLDER}/alert-missing/mended.yaml`, 'utf8')
  const head = text.slice(0, text.indexOf('campaigns:'))
  return `${head}campaigns:\n${campaigns}guarantees:\n  - ${guarantee}\n`
}

function statusOf(campaigns: string, guarantee: string): string | undefined {
  const text = program(campaigns, guarantee)
  return proveDesign(text, { 'p/response.schema.json': SCHEMA }).results[0]?.status
}

const SYNC = `  sync:
    marketo: {name: Sync}
    triggers: {form: {trigger: Fills Out Form}}
    qualification: every time
    flow:
      - {id: engaged, step: Change Data Value, attribute: Lead Status, value: Engaged}
      - {id: call, step: Call Webhook, webhook: sync}
`

const failed = (flow: string, trigger = 'webhook: sync'): string => `  failed:
    marketo: {name: Failed}
    triggers: {error: {trigger: Webhook is Called, ${trigger}, response: {operator: not contains, value: success}}}
    qualification: every time
    flow:
${flow}`

/** The value is taken by a second run only, in a field that nothing else reads. */
test('a value that only a promise asks for tells states apart', () => {
  const advance = `  advance:
    marketo: {name: Advance}
    triggers: {called: {trigger: Webhook is Called, webhook: sync}}
    filters: {synced: {filter: Sync Status, operator: is, value: success}}
    qualification: every time
    flow: [{id: advance, step: Change Data Value, attribute: Lead Status, value: SAL}]
`
  expect(statusOf(SYNC + advance, 'never SAL without success')).toBe('refuted')
})

const CASES: readonly (readonly [what: string, step: string, status: string])[] = [
  ['a count', 'step: Change Score, score: Lead Score, change: "+1"', 'refuted'],
  ['an alert', 'step: Send Alert, to: ops@example.com', 'refuted'],
  ['a cleared field', 'step: Change Data Value, attribute: Lead Source, value: "NULL"', 'refuted'],
  ['a status', 'step: Change Data Value, attribute: Lead Status, value: Sync failed', 'proven'],
  ['a list', 'step: Add to List, list: Sync failed', 'proven'],
]

test.each(CASES)('whether %s lets people find who was not called for', (_what, step, status) => {
  const flow = `      - {id: keep, ${step}}\n`
  expect(statusOf(SYNC.replace(/.*engaged.*\n/, '') + failed(flow), 'nobody is stuck')).toBe(status)
})

test('a status that the calling flow sets tells nobody of a failure', () => {
  const marked = `${SYNC}      - {id: mark, step: Change Data Value, attribute: Lead Source, value: CRM}\n`
  const flow = '      - {id: alert, step: Send Alert, to: ops@example.com}\n'
  expect(statusOf(marked + failed(flow), 'nobody is stuck')).toBe('refuted')
})

test('a program status is told apart from the one before', () => {
  const status = SYNC.replace(
    /.*engaged.*\n/,
    '      - {id: engaged, step: Change Program Status, program: P, status: Engaged}\n',
  )
  const flow = '      - {id: alert, step: Send Alert, to: ops@example.com}\n'
  const heard = failed(flow).replace(
    /triggers: .*\n/,
    'triggers: {engaged: {trigger: Program Status is Changed}}\n',
  )
  expect(statusOf(status + heard, 'every failed call is alerted')).toBe('refuted')
})

test('a request that comes through the REST API is no supposition', () => {
  const asked = SYNC.replace(
    'trigger: Fills Out Form',
    'trigger: Campaign is Requested, source: Web Service API',
  )
  const flow = '      - {id: alert, step: Send Alert, to: ops@example.com}\n'
  expect(statusOf(asked + failed(flow), 'every failed call is alerted')).toBe('proven')
})
