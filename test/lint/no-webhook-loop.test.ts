import { expect, test } from 'vitest'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const FOLDER = 'test/lint/cases/no-webhook-loop/fires'
const DONE_OR_FAILED = { enum: ['done', 'failed'] }

interface Design {
  /** The constraints of "Data Value Changes". */
  readonly trigger: string
  readonly filter?: string
  readonly filterLogic?: string
  readonly qualification?: string
  /** The step before the call. */
  readonly step?: string
  /** The schema of what the response writes into Notify Status. */
  readonly status?: unknown
}

/** How often the rule fires for a campaign that calls a webhook whose response writes Notify Status. */
function loops(design: Design): number {
  const schema = JSON.stringify({ properties: { status: design.status ?? DONE_OR_FAILED } })
  const replaced = new Map([
    [`${FOLDER}/notify/program.yaml`, programText(design)],
    [`${FOLDER}/notify/response.schema.json`, schema],
  ])
  const workspace = readWorkspace(`${FOLDER}/project.yaml`, replaced)
  expect(workspace.diagnostics).toEqual([])
  return lintWorkspace(workspace).filter(({ rule }) => rule === 'no-webhook-loop').length
}

function programText(design: Design): string {
  const { trigger, filter, filterLogic, qualification, step } = design
  return `
apiVersion: hookbook/v1
kind: WebhookProgram
id: notify
title: Tell the sales desk
revision: 1
fields:
  Notify Status: {rest: notifyStatus, soap: Notify_Status__c, type: string, length: 50}
webhooks:
  notify:
    marketo: {name: Notify}
    url: https://hooks.example.com/notify
    method: GET
    responseType: JSON
    response: {$ref: response.schema.json}
    success: {path: status, equals: done}
    mappings: {status: Notify_Status__c}
campaigns:
  call:
    marketo: {name: Call}
    triggers: {changed: {trigger: Data Value Changes, ${trigger}}, made: {trigger: Person is Created}}
    ${filter === undefined ? '' : `filters: {only: {${filter}}}`}
    ${filterLogic === undefined ? '' : `filterLogic: ${filterLogic}`}
    ${qualification === undefined ? '' : `qualification: ${qualification}`}
    flow:
      - ${step === undefined ? '{id: list, step: Add to List, list: Told}' : `{id: change, ${step}}`}
      - {id: call, step: Call Webhook, webhook: notify}
`
}

const STATUS = 'attribute: Notify Status'
const SCORE = 'attribute: Lead Score'
const BUMP = 'step: Change Score, score: lead score, change: "+5"'
const RESET = 'step: Change Data Value, attribute: Notify Status, value: wanted'

test.each<[string, Design]>([
  ['an unstated qualification', { trigger: STATUS }],
  ['every time', { trigger: STATUS, qualification: 'every time' }],
  ['a value that the response may write', { trigger: `${STATUS}, newValue: Failed` }],
  [
    'a new value that is not one of two',
    {
      trigger: `${STATUS}, newValue: {operator: is not, value: done}`,
    },
  ],
  [
    'a new value by another operator',
    {
      trigger: `${STATUS}, newValue: {operator: contains, value: o}`,
    },
  ],
  [
    'the value that proves success',
    {
      trigger: `${STATUS}, newValue: done`,
      status: { type: 'string' },
    },
  ],
  ['a score that the flow changes', { trigger: SCORE, step: BUMP }],
  [
    'a value from a token',
    {
      trigger: `${STATUS}, newValue: wanted`,
      step: 'step: Change Data Value, attribute: Notify Status, value: "{{lead.Lead Status}}"',
    },
  ],
  ['the value that a step sets', { trigger: `${STATUS}, newValue: Wanted`, step: RESET }],
  ['a filter on another field', { trigger: STATUS, filter: 'filter: City, operator: is empty' }],
  [
    'a filter that still lets failures through',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is not, value: wanted',
    },
  ],
  [
    'a filter that one of the values passes',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is, value: done',
    },
  ],
  [
    'a filter for what is set',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is not empty',
    },
  ],
  [
    'a filter that only one of two must pass',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is empty',
      filterLogic: 'any',
    },
  ],
  [
    'a filter on emptiness where the response empties the field',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is empty',
      status: { enum: ['', 'done'] },
    },
  ],
])('a loop is found: %s', (_name, design) => {
  expect(loops(design)).toBe(1)
})

test.each<[string, Design]>([
  ['a field that nothing here changes', { trigger: SCORE }],
  ['once', { trigger: STATUS, qualification: 'only once' }],
  ['once a day', { trigger: STATUS, qualification: 'once every 1 day' }],
  ['a value that the response never writes', { trigger: `${STATUS}, newValue: wanted` }],
  [
    'a value of which nobody knows that it is written',
    {
      trigger: `${STATUS}, newValue: wanted`,
      status: { type: 'string' },
    },
  ],
  [
    'a new value that is not the only one',
    {
      trigger: `${STATUS}, newValue: {operator: is not, value: done}`,
      status: { const: 'done' },
    },
  ],
  ['a source other than the webhook', { trigger: `${STATUS}, source: Web form fillout` }],
  ['a previous value', { trigger: `${STATUS}, previousValue: {operator: is empty, value: ""}` }],
  ['a step that sets another value', { trigger: `${STATUS}, newValue: told`, step: RESET }],
  [
    'a filter for those who have no value yet',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is empty',
    },
  ],
  [
    'the same where the values are not known',
    {
      trigger: STATUS,
      filter: 'filter: notify status, operator: is empty',
      filterLogic: 'All',
      status: { type: 'string' },
    },
  ],
  [
    'a filter against the value that proves success',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is not, value: Done',
    },
  ],
  [
    'a filter against the only value',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is not, value: sent',
      status: { const: 'sent' },
    },
  ],
  [
    'a filter for a value that is never written',
    {
      trigger: STATUS,
      filter: 'filter: Notify Status, operator: is, value: wanted',
    },
  ],
  [
    'a filter on past calls',
    {
      trigger: STATUS,
      filter: 'filter: Not Webhook is Called, webhook: notify',
    },
  ],
])('no loop is found: %s', (_name, design) => {
  expect(loops(design)).toBe(0)
})
