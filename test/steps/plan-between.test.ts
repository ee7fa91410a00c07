import { expect, test } from 'vitest'
import { planPretty } from '../../src/report/plan/plan-pretty.ts'
import { planBetween } from '../../src/steps/plan-between.ts'
import type { Plan } from '../../src/steps/plan.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { expectFile } from '../support/expected-file.ts'
import { spoiledWorkspace, type Replacement } from '../support/spoiled-program.ts'

const ENVIRONMENTS = '[sandbox-emea, prod-emea, prod-apac]'

const ADVANCE = `  advance: # mapped values arrive asynchronously: a second campaign reads them
    marketo: {name: 02 Advance lifecycle}
    triggers:
      synced: {trigger: Data Value Changes, attribute: Sync Status, newValue: success}
    qualification: every time
    flow:
      - {id: advance, step: Change Data Value, attribute: Lead Status, value: SAL}
`
const HEADERS = `    headers:
      Content-Type: application/json
      Authorization: {secret: crm-sync-key, format: "Bearer \${secret}"}
`

/** What a pull request changes in lead-sync, and what follows in prod-emea. */
const CHANGES: readonly (readonly [name: string, replacements: readonly Replacement[]])[] = [
  ['encoding-changed', [['tokenEncoding: JSON', 'tokenEncoding: None']]],
  [
    'payload-field-added',
    [['"company": {{company', '"phone": {{lead.Phone Number}},\n        "company": {{company']],
  ],
  ['header-added', [['application/json\n', 'application/json\n      X-Region: emea\n']]],
  ['header-removed', [['      Content-Type: application/json\n', '']]],
  ['headers-gone', [[HEADERS, '']]],
  ['mapping-changed', [['externalId: CRM_Lead_Id__c', 'externalId: Sync_Status__c']]],
  ['trigger-changed', [['attribute: Lead Score}', 'attribute: Lead Status}']]],
  [
    'filters-joined-otherwise',
    [
      [
        '    qualification: every time\n    flow:\n      - {id: engaged',
        '    filterLogic: any\n    qualification: every time\n    flow:\n      - {id: engaged',
      ],
    ],
  ],
  [
    'qualification-changed',
    [
      [
        '    qualification: every time\n    flow:\n      - {id: engaged',
        '    qualification: only once\n    flow:\n      - {id: engaged',
      ],
    ],
  ],
  ['flow-changed', [['value: Engaged}', 'value: Contacted}']]],
  ['description-changed', [['Managed in git: programs/lead-sync', 'In git']]],
  ['webhook-renamed', [['name: CRM Lead Sync', 'name: CRM Sync']]],
  ['program-renamed', [['title: Lead sync to the CRM', 'title: Leads to the CRM']]],
  ['campaign-removed', [[ADVANCE, '']]],
  ['environment-removed', [[ENVIRONMENTS, '[sandbox-emea, prod-apac]']]],
  ['subscription-left', [[ENVIRONMENTS, '[sandbox-emea]']]],
]

function plan(base: Workspace, head: Workspace, environment = 'prod-emea'): Plan {
  const found = planBetween(base, head, environment).find(({ program }) => program === 'lead-sync')
  if (found === undefined) throw new Error('lead-sync has no plan')
  return found
}

test.each(CHANGES)('%s: the plan names each act once, in its safe order', (name, replacements) => {
  const found = plan(exampleWorkspace(), spoiledWorkspace(...replacements))
  const short = planPretty([found], { isColored: false, isVerbose: false })
  const long = planPretty([found], { isColored: false, isVerbose: true })
  expectFile(`test/steps/plans/${name}.txt`, `${short}\n${long}`)
  const ids = found.steps.map(({ step }) => step.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each<readonly [string, Replacement]>([
  ['a comment', ['revision: 7', 'revision: 7 # of many']],
  ['the summary', ['summary: Sends a new', 'summary: Brings a new']],
  ['the revision', ['revision: 7', 'revision: 8']],
  ['the day of the review', ['review: {last: 2026-11-26}', 'review: {last: 2026-11-27}']],
  ['a guarantee', ['  - every failed call is alerted\n', '']],
])('%s is nothing to do', (_, replacement) => {
  const head = spoiledWorkspace(replacement)
  expect(plan(exampleWorkspace(), head)).toMatchObject({ status: 'nothing', steps: [] })
})

test('a second environment of a subscription finds the webhook and the fields there', () => {
  const base = spoiledWorkspace([ENVIRONMENTS, '[sandbox-emea, prod-emea]'])
  const { status, steps } = plan(base, exampleWorkspace(), 'prod-apac')
  const ids = steps.map(({ step }) => step.id)
  expect(status).toBe('set-up')
  expect(ids).toContain('campaign.sync.flow')
  expect(ids.filter((id) => /^(?:webhook|field\.(?!names)|endpoint)/.test(id))).toEqual([])
})

test('the first environment of a subscription is the whole set-up, in its order', () => {
  const base = spoiledWorkspace([ENVIRONMENTS, '[sandbox-emea]'])
  const { status, steps } = plan(base, exampleWorkspace(), 'prod-apac')
  const ids = steps.map(({ step }) => step.id)
  expect(status).toBe('set-up')
  expect(ids.indexOf('webhook.crm-lead-sync.dialog')).toBeGreaterThan(
    ids.indexOf('endpoint.crm-lead-sync.ready'),
  )
  expect(ids.at(-1)).toBe('prove.clean')
})

test('what another environment of the subscription still uses is not taken out', () => {
  const head = spoiledWorkspace([ENVIRONMENTS, '[sandbox-emea, prod-apac]'])
  const ids = plan(exampleWorkspace(), head).steps.map(({ step }) => step.id)
  expect(ids).toContain('retire.program')
  expect(ids.filter((id) => /webhook|field|secret/.test(id))).toEqual([])
})

test('what is done settles exactly what differs', () => {
  const head = spoiledWorkspace(['tokenEncoding: JSON', 'tokenEncoding: None'])
  const settled = plan(exampleWorkspace(), head).steps.flatMap(({ settles }) => settles)
  expect(settled).toEqual(['webhook.crm-lead-sync.dialog'])
})
