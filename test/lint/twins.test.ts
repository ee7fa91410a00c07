import { expect, test } from 'vitest'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import { TWINS } from './twins.ts'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: fixtures
subscriptions:
  sandbox: {stage: sandbox, munchkin: 111-AAA-222}
  production: {stage: production, munchkin: 333-BBB-444, promotesFrom: sandbox}
environments:
  prod: {subscription: production}
secrets:
  key:
    owner: crm-oncall
    rotateEvery: 90d
    overlap: 48h
    expires: {production: 2027-02-01}
    from: {sandbox: "env:KEY_SANDBOX", production: "env:KEY"}
lint: {profile: strict}
`

/** A program with nothing for these rules to say; each twin replaces some words of it. */
const PROGRAM = `apiVersion: hookbook/v1
kind: WebhookProgram
id: p
title: Fixture
revision: 1
review: {every: 180d}
owner: marketing-ops
alerts: {email: ops@example.com, escalation: crm-oncall}
fields:
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}
  Is Partner Contact: {rest: isPartnerContact, soap: Is_Partner_Contact__c, type: boolean}
  Renewal Date: {rest: renewalDate, soap: Renewal_Date__c, type: date}
webhooks:
  w:
    marketo: {name: W}
    url: "https://crm.example.com/leads?source=marketo"
    method: POST
    tokenEncoding: JSON
    responseType: JSON
    headers:
      Content-Type: "application/json"
      X-Source: "marketo"
    template: '{"id": {{lead.Id}}, "score": {{lead.Lead Score:default=0}}, "status": {{lead.Lead Status}}}'
    response: {type: object, required: [status], properties: {status: {enum: [stored, refused]}, again: {type: boolean}}}
    success: {path: status, equals: stored}
    mappings: {status: Sync_Status__c}
    idempotency: {key: [id]}
    purpose: sales sees how warm the lead is
launchpoint:
  service: hookbook
  role: {name: Write-back, permissions: [Read-Write Lead]}
  user: svc@example.com
program:
  tokens:
    Region: {type: text, value: EMEA}
campaigns:
  call:
    marketo: {name: 01 Call}
    triggers:
      changed: {trigger: Data Value Changes, attribute: Lead Status, newValue: MQL}
    filters:
      scored: {filter: Lead Score, operator: at least, value: 50}
      named: {filter: Last Name, operator: is not empty}
    qualification: every time
    flow:
      - {id: call, step: Call Webhook, webhook: w}
      - {id: sent, step: Add to List, list: Sent}
  failed:
    marketo: {name: 99 Failed}
    triggers:
      error: {trigger: Webhook is Called, webhook: w, response: {operator: not contains, value: stored}}
    qualification: every time
    flow:
      - {id: list, step: Add to List, list: Failed}
      - {id: alert, step: Send Alert, to: desk@example.com}
`

/** How often a rule speaks of the program with some words replaced. */
function told(rule: string, written: string, instead: string): number {
  if (!PROGRAM.includes(written) && !PROJECT.includes(written)) throw new Error(`no ${written}`)
  const files: Readonly<Record<string, string>> = {
    'project.yaml': PROJECT.replace(written, () => instead),
    'p/program.yaml': PROGRAM.replace(written, () => instead),
  }
  const list = (folder: string): readonly string[] =>
    folder === '' ? ['p/'] : folder === 'p' ? ['program.yaml'] : []
  const workspace = loadWorkspace({ readText: (path) => files[path], list }, 'project.yaml')
  expect(workspace.diagnostics).toEqual([])
  return lintWorkspace(workspace).filter((finding) => finding.rule === rule).length
}

const CASES = TWINS.flatMap(({ rule, place, bad, good }) => [
  ...bad.map((text) => [rule, place, text, 1] as const),
  ...good.map((text) => [rule, place, text, 0] as const),
])

test.each(CASES)('%s: %s as %s is told of %i times', (rule, place, text, times) => {
  expect(told(rule, place, text)).toBe(times)
})

test('the program itself is clean for every rule that has twins', () => {
  for (const rule of new Set(TWINS.map((twin) => twin.rule))) {
    expect([rule, told(rule, 'Fixture', 'Fixture')]).toEqual([rule, 0])
  }
})
