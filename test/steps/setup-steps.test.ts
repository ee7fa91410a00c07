import { expect, test } from 'vitest'
import { screenNamed } from '../../src/marketo/screens/dialogs.ts'
import { setupSteps } from '../../src/steps/setup-steps.ts'
import type { Step, StepAct } from '../../src/steps/step.ts'
import { EXAMPLES, exampleProgram, exampleWorkspace } from '../support/example-programs.ts'
import { spoiledProgram, type Replacement } from '../support/spoiled-program.ts'

function stepsOf(...replacements: readonly Replacement[]): readonly Step[] {
  const { project } = exampleWorkspace()
  return project === undefined ? [] : setupSteps(spoiledProgram(...replacements), project)
}

function sentences(steps: readonly Step[], id: string): readonly string[] {
  const acts = steps.find((step) => step.id === id)?.does ?? []
  return acts.flatMap((act) => (act.kind === 'do' ? [spoken(act)] : []))
}

function spoken({ words }: Extract<StepAct, { kind: 'do' }>): string {
  return words.map((word) => (typeof word === 'string' ? word : `[${word.onScreen}]`)).join('')
}

test('the steps come in the order of the screens', () => {
  expect(stepsOf().map(({ id }) => id)).toEqual([
    'access.permissions',
    'field.syncStatus',
    'field.crmLeadId',
    'webhook.crm-lead-sync.dialog',
    'webhook.crm-lead-sync.headers',
    'webhook.crm-lead-sync.mappings',
    'program.clone',
    'program.tokens',
    'campaign.sync.smart-list',
    'campaign.sync.flow',
    'campaign.sync.schedule',
    'campaign.advance.smart-list',
    'campaign.advance.flow',
    'campaign.advance.schedule',
    'campaign.failed.smart-list',
    'campaign.failed.flow',
    'campaign.failed.schedule',
    'campaign.failed.activate',
    'campaign.advance.activate',
    'campaign.sync.activate',
    'verify',
  ])
})

test.each(EXAMPLES)('every step of %s in %s needs only steps before it', (id, environment) => {
  const { project } = exampleWorkspace()
  const steps = project === undefined ? [] : setupSteps(exampleProgram(id, environment), project)
  expect(steps.length).toBeGreaterThan(0)
  expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length)
  for (const [index, { needs }] of steps.entries()) {
    const before = steps.slice(0, index).map((step) => step.id)
    expect(needs.filter((needed) => !before.includes(needed))).toEqual([])
  }
})

test('the dialog is filled in the order of the screen', () => {
  const dialog = stepsOf().find(({ id }) => id === 'webhook.crm-lead-sync.dialog')
  const labels = dialog?.does.flatMap((act) => (act.kind === 'do' ? [] : [act.label]))
  expect(labels).toEqual([...screenNamed('new-webhook').fields, screenNamed('new-webhook').confirm])
})

test('a mapping waits for its custom fields, a flow for the webhook that it calls', () => {
  const needs = new Map(stepsOf().map((step) => [step.id, step.needs]))
  expect(needs.get('webhook.crm-lead-sync.mappings')).toContain('field.syncStatus')
  expect(needs.get('campaign.sync.flow')).toContain('webhook.crm-lead-sync.dialog')
  expect(needs.get('campaign.advance.flow')).not.toContain('webhook.crm-lead-sync.dialog')
})

test('a trigger and a flow step name the webhook as the screen does, not by its id', () => {
  const called = '[Webhook] is [CRM Lead Sync], [Response] not contains [success]'
  expect(sentences(stepsOf(), 'campaign.failed.smart-list')).toEqual([
    `Trigger [Webhook is Called], ${called}`,
  ])
  expect(sentences(stepsOf(), 'campaign.sync.flow')).toContain(
    'Step [Call Webhook], [Webhook] [CRM Lead Sync]',
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
  expect(sentences(steps, 'campaign.advance.schedule')).toEqual(['Schedule it: every day.'])
  const ids = steps.map(({ id }) => id)
  expect(ids).not.toContain('campaign.advance.activate')
  expect(steps.at(-1)?.needs).not.toContain('campaign.advance.activate')
  expect(steps.at(-1)?.needs).toContain('campaign.sync.activate')
})

test('a header with a secret names where the secret is kept and holds no value', () => {
  const headers = stepsOf().find(({ id }) => id === 'webhook.crm-lead-sync.headers')
  expect(headers?.does.find(({ kind }) => kind === 'secret')).toEqual({
    kind: 'secret',
    label: 'Value',
    format: 'Bearer ${secret}',
    secret: 'crm-sync-key',
    from: 'env:CRM_SYNC_KEY_PRODUCTION, kept by crm-oncall',
  })
})

test('access steps stand only where the definition has a LaunchPoint service', () => {
  const launchpoint = `launchpoint:
  service: hookbook-lead-sync
  role: {name: Lead sync write-back, permissions: [Read-Write Lead]}
  user: svc-lead-sync@example.com

campaigns:`
  const ids = stepsOf(['\ncampaigns:', `\n${launchpoint}`]).map(({ id }) => id)
  expect(ids.slice(0, 4)).toEqual([
    'access.permissions',
    'access.role',
    'access.user',
    'access.service',
  ])
})
