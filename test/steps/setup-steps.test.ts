import { expect, test } from 'vitest'
import { screenNamed } from '../../src/marketo/screens/screens.ts'
import { setupSteps } from '../../src/steps/setup-steps.ts'
import type { Movement, RuleSetting, Step } from '../../src/steps/step.ts'
import type { Sentence } from '../../src/steps/words.ts'
import { exampleContext } from '../support/pages.ts'
import { spoiledProgram, type Replacement } from '../support/spoiled-program.ts'

function stepsOf(...replacements: readonly Replacement[]): readonly Step[] {
  const context = exampleContext('lead-sync', 'prod-emea')
  return setupSteps({ ...context, compiled: spoiledProgram(...replacements) })
}

/** Each movement of a step in one line. */
function lines(steps: readonly Step[], id: string): readonly string[] {
  return (steps.find((step) => step.id === id)?.movements ?? []).map(line)
}

function line(movement: Movement): string {
  switch (movement.kind) {
    case 'do':
    case 'copy':
      return spoken(movement.words)
    case 'add':
      return [movement.what, movement.name, ...movement.settings.map(setting)].join('; ')
    case 'enter':
    case 'choose':
      return `${movement.label} = ${movement.value}`
    case 'click':
    case 'tick':
    case 'leave':
    case 'secret':
      return `${movement.kind} ${movement.label}`
  }
}

function setting({ label, operator = '', value = '' }: RuleSetting): string {
  return [label, operator, value].filter((part) => part !== '').join(' ')
}

function spoken(words: Sentence): string {
  return words
    .map((word) => (typeof word === 'string' ? word : `[${Object.values(word).join('')}]`))
    .join('')
}

test('the steps come in the order of the screens', () => {
  expect(stepsOf().map(({ id }) => id)).toEqual([
    'access.subscription',
    'access.permissions',
    'endpoint.crm-lead-sync.ready',
    'endpoint.secret.crm-sync-key',
    'endpoint.allowlist',
    'field.syncStatus',
    'field.crmLeadId',
    'field.names',
    'webhook.crm-lead-sync.dialog',
    'webhook.crm-lead-sync.headers',
    'webhook.crm-lead-sync.mappings',
    'program.clone',
    'program.token.region-code',
    'list.crm-sync-failed',
    'campaign.sync.create',
    'campaign.sync.smart-list',
    'campaign.sync.flow',
    'campaign.sync.schedule',
    'campaign.advance.create',
    'campaign.advance.smart-list',
    'campaign.advance.flow',
    'campaign.advance.schedule',
    'campaign.failed.create',
    'campaign.failed.smart-list',
    'campaign.failed.flow',
    'campaign.failed.schedule',
    'campaign.failed.activate',
    'campaign.advance.activate',
    'campaign.sync.activate',
    'prove.tell',
    'prove.create',
    'prove.meet',
    'prove.call',
    'prove.arrival',
    'prove.lead',
    'prove.clean',
  ])
})

test('the dialog is filled in the order of the screen, and what is not stated is left empty', () => {
  const replaced: Replacement = [', description: "Managed in git: programs/lead-sync"', '']
  const { fields, confirm } = screenNamed('new-webhook')
  const labels = (steps: readonly Step[]): readonly string[] =>
    lines(steps, 'webhook.crm-lead-sync.dialog').map((text) => text.split(' = ')[0] ?? '')
  expect(labels(stepsOf())).toEqual([...fields, `click ${confirm}`])
  expect(labels(stepsOf(replaced))).toEqual(
    [...fields, `click ${confirm}`].map((label) =>
      label === 'Description' ? 'leave Description' : label,
    ),
  )
})

test('headers and mappings are rows of Add, and end with the button of their dialog', () => {
  expect(lines(stepsOf(), 'webhook.crm-lead-sync.headers')).toEqual([
    'click Add',
    'Header = Content-Type',
    'Value = application/json',
    'click Add',
    'Header = Authorization',
    'secret Value',
    'click SAVE',
  ])
  expect(lines(stepsOf(), 'webhook.crm-lead-sync.mappings')).toEqual([
    'click Add',
    'Response Attribute = status',
    'Marketo Field = Sync_Status__c',
    'click Add',
    'Response Attribute = externalId',
    'Marketo Field = CRM_Lead_Id__c',
    'click SAVE',
  ])
})

test('a mapping waits for its custom fields, a flow for its webhook and its list', () => {
  const needs = new Map(stepsOf().map((step) => [step.id, step.needs]))
  expect(needs.get('webhook.crm-lead-sync.mappings')).toContain('field.syncStatus')
  expect(needs.get('campaign.sync.flow')).toContain('webhook.crm-lead-sync.dialog')
  expect(needs.get('campaign.advance.flow')).not.toContain('webhook.crm-lead-sync.dialog')
  expect(needs.get('campaign.failed.flow')).toContain('list.crm-sync-failed')
})

test('a trigger and a flow step name the webhook as the screen does, not by its id', () => {
  expect(lines(stepsOf(), 'campaign.failed.smart-list')).toEqual([
    'trigger; Webhook is Called; Webhook is CRM Lead Sync; Response not contains success',
  ])
  expect(lines(stepsOf(), 'campaign.sync.flow')).toContain(
    'flow step; Call Webhook; Webhook CRM Lead Sync',
  )
})

test('an alert without an e-mail says which e-mail to pick, one with an e-mail does not', () => {
  const alert = 'step: Send Alert, to:'
  const named = stepsOf([alert, 'step: Send Alert, email: Sync alert, to:'])
  expect(lines(stepsOf(), 'campaign.failed.flow').at(-1)).toMatch(/^In \[Email\] pick an approved/)
  expect(lines(named, 'campaign.failed.flow').at(-1)).toBe(
    'flow step; Send Alert; Email Sync alert; To Other Emails mktg-ops-alerts@example.com',
  )
})

test('choices of a flow step come after it, with the default choice said', () => {
  const chosen = stepsOf([
    '{id: engaged, step: Change Data Value, attribute: Lead Status, value: Engaged}',
    '{id: engaged, step: Change Data Value, attribute: Lead Status, value: Engaged, choices: [{when: {filter: Country, operator: is, value: Germany}, attribute: Lead Status, value: Known}]}',
  ])
  expect(lines(chosen, 'campaign.sync.flow').slice(0, 3)).toEqual([
    'flow step; Change Data Value; Attribute Lead Status; New Value Engaged',
    'choice; Country; is Germany; Attribute Lead Status; New Value Known',
    'Leave the settings of the step itself as the default choice.',
  ])
})

test('the qualification rule is always stated, also where it is the default of Marketo', () => {
  const unstated = stepsOf([
    'qualification: every time\n    flow:\n      - {id: engaged',
    'flow:\n      - {id: engaged',
  ])
  expect(lines(stepsOf(), 'campaign.sync.schedule')).toContain(
    'Each person can run through the flow = every time',
  )
  expect(lines(unstated, 'campaign.sync.schedule')).toContain(
    'Each person can run through the flow = only once',
  )
})

test('a batch campaign is scheduled and is never activated', () => {
  const steps = stepsOf(
    ['synced: {trigger: Data Value Changes, attribute: Sync Status, newValue: success}', '{}'],
    [
      'marketo: {name: 02 Advance lifecycle}',
      'marketo: {name: "02 Advance"}\n    schedule: every day',
    ],
  )
  expect(lines(steps, 'campaign.advance.recurrence')).toEqual(['Schedule it: [every day].'])
  const ids = steps.map(({ id }) => id)
  expect(ids).not.toContain('campaign.advance.activate')
  expect(ids).toContain('campaign.sync.activate')
})

test('a header with a secret says what it is and whom to ask, and holds no value', () => {
  const headers = stepsOf().find(({ id }) => id === 'webhook.crm-lead-sync.headers')
  const secret = headers?.movements.find(({ kind }) => kind === 'secret')
  if (secret?.kind !== 'secret') throw new Error('there is no secret')
  expect(secret.format).toBe('Bearer ${secret}')
  expect(spoken(secret.from)).toBe(
    'the secret [crm-sync-key] (ask crm-oncall for the value of the variable [CRM_SYNC_KEY_PRODUCTION])',
  )
})

test('access steps stand only where the definition has a LaunchPoint service, in the order of its screens', () => {
  const launchpoint = `launchpoint:
  service: hookbook-lead-sync
  role: {name: Lead sync write-back, permissions: [Read-Write Lead]}
  user: svc-lead-sync@example.com

campaigns:`
  const steps = stepsOf(['\ncampaigns:', `\n${launchpoint}`])
  expect(steps.map(({ id }) => id).filter((id) => id.startsWith('access.'))).toEqual([
    'access.subscription',
    'access.permissions',
    'access.role',
    'access.user',
    'access.service',
    'access.credentials',
  ])
  const labels = (id: string): readonly string[] =>
    lines(steps, id).map((text) => text.split(' = ')[0]?.replace(/^(?:tick|click) /, '') ?? '')
  const { fields, confirm } = screenNamed('new-service')
  expect(labels('access.service')).toEqual([...fields, confirm])
  expect(labels('access.user')).toEqual([
    ...screenNamed('invite-user').fields,
    screenNamed('invite-user').confirm,
  ])
})

test('words that no page states are to be verified, words that one states are not', () => {
  const doubtful = new Map(stepsOf().map((step) => [step.id, step.toVerify]))
  expect(doubtful.get('campaign.sync.smart-list')).toEqual(['Person is Created'])
  expect(doubtful.get('campaign.failed.smart-list')).toEqual(['not contains'])
  expect(doubtful.get('campaign.advance.smart-list')).toEqual([])
  expect(doubtful.get('webhook.crm-lead-sync.dialog')).toEqual([])
})

test('names that differ by a sign have different ids', () => {
  const ids = stepsOf([
    'tokens: {Region Code: {type: text, value: "${regionCode}"}}',
    'tokens: {Region Code: {type: text, value: A}, Region-Code: {type: text, value: B}}',
  ]).map(({ id }) => id)
  expect(ids).toContain('program.token.region-code')
  expect(ids).toContain('program.token.region_2d_code')
})
