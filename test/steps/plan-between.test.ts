import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import { planPretty } from '../../src/report/plan/plan-pretty.ts'
import { LEDGER_FORMAT } from '../../src/ledger/attestation.ts'
import { planAttested } from '../../src/steps/plan-attested.ts'
import { planBetween } from '../../src/steps/plan-between.ts'
import type { Plan } from '../../src/steps/plan.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { readWorkspace } from '../support/read-workspace.ts'
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
  expect(ids.at(-1)).toBe('change.prove')
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

test('another id for what the screens call the same is nothing to do, and nothing is deleted', () => {
  const webhook = spoiledWorkspace(
    ['crm-lead-sync:', 'crm-sync:'],
    ['webhook: crm-lead-sync', 'webhook: crm-sync'],
  )
  expect(plan(exampleWorkspace(), webhook)).toMatchObject({ status: 'nothing', steps: [] })
  const campaign = spoiledWorkspace(
    ['\n  sync:\n    marketo', '\n  send:\n    marketo'],
    ['campaigns.sync.filters', 'campaigns.send.filters'],
  )
  expect(plan(exampleWorkspace(), campaign)).toMatchObject({ status: 'nothing', steps: [] })
})

test('flow steps in another order are told, also beside another difference', () => {
  const [reset, call] = [
    '      - {id: reset, step: Change Data Value, attribute: Sync Status, value: "NULL"} # or a second success changes nothing\n',
    '      - {id: call, step: Call Webhook, webhook: crm-lead-sync}\n',
  ]
  const head = spoiledWorkspace([reset + call, call + reset.replace('NULL', 'none')])
  const found = plan(exampleWorkspace(), head).steps.flatMap(({ changes }) => changes)
  expect(found.map(({ motion, place }) => `${motion} ${place}`)).toEqual([
    'set flow step Change Data Value, New Value',
    'order order',
  ])
})

test('an environment that nobody knows any more takes out nothing that others use', () => {
  const known = planAttested({
    workspace: exampleWorkspace(),
    program: 'lead-sync',
    environment: 'gone',
    attestations: [
      {
        formatVersion: LEDGER_FORMAT,
        program: 'lead-sync',
        environment: 'gone',
        revision: 7,
        fingerprint: '904b4665cf24',
        definition: '0123456789abcdef',
        isComplete: true,
        commit: undefined,
        by: 'Ada',
        at: '2026-11-26T14:20:00.000Z',
        steps: {
          'webhook.crm-lead-sync.dialog': 'aaaaaaaaaaaaaaaa',
          'program.clone': 'aaaaaaaaaaaaaaaa',
        },
        removed: [],
        names: {},
      },
    ],
  })
  expect(known.steps.map(({ step }) => step.id)).toEqual([
    'retire.tell',
    'retire.wait',
    'retire.program',
  ])
})

test('the owner of the endpoint is asked where a change asks for it, though the contract stays', () => {
  const head = spoiledWorkspace(['application/json\n', 'application/json\n      X-Region: emea\n'])
  const change = (rollout: Change['rollout']): Change => ({
    id: 'webhook.crm-lead-sync.header.x-region.added',
    kind: 'header',
    motion: 'added',
    program: 'lead-sync',
    subject: { kind: 'webhook', id: 'crm-lead-sync' },
    environments: ['prod-emea'],
    what: 'header X-Region',
    before: undefined,
    after: 'emea',
    steps: [],
    at: undefined,
    wasAt: undefined,
    actors: ['receiver', 'human'],
    impact: 'breaking',
    rollout,
    because: 'the endpoint must accept it before it is sent',
  })
  const ids = (rollout: Change['rollout']): readonly string[] =>
    planBetween(exampleWorkspace(), head, 'prod-emea', [change(rollout)])
      .flatMap(({ steps }) => steps)
      .map(({ step }) => step.id)
  expect(ids('endpoint-first')[0]).toBe('endpoint.crm-lead-sync.ready')
  expect(ids('marketo-first').at(-1)).toBe('endpoint.crm-lead-sync.ready')
})

test('a secret with another day of expiry is rotated with two valid values', () => {
  const project = readFileSync('programs/project.yaml', 'utf8')
  const rotated = project.replace('production: 2027-02-01', 'production: 2027-05-01')
  expect(rotated).not.toBe(project)
  const head = readWorkspace('programs/project.yaml', new Map([['programs/project.yaml', rotated]]))
  const { steps } = plan(exampleWorkspace(), head)
  expect(steps.map(({ step }) => step.id)).toEqual([
    'rotate.crm-sync-key.accept',
    'rotate.crm-sync-key.store',
    'rotate.crm-sync-key.set.crm-lead-sync',
    'rotate.crm-sync-key.prove',
    'rotate.crm-sync-key.wait',
    'rotate.crm-sync-key.revoke',
  ])
  expect(steps.flatMap(({ settles }) => settles)).toEqual(['endpoint.secret.crm-sync-key'])
  expect(plan(exampleWorkspace(), head, 'sandbox-emea').status).toBe('nothing')
})
