/** Puts a planted webhook into a small project of its own, as a person would have it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: planted
defaults:
  owner: marketing-ops
  alerts: {email: marketing-ops@example.com, escalation: crm-oncall}
  review: {every: 180d}
subscriptions:
  production: {stage: production}
environments:
  prod: {subscription: production, workspace: Default}
`

/** What is not said by the case. */
const WEBHOOK = {
  method: 'POST',
  url: 'https://crm.example.com/leads',
  responseType: 'JSON',
  headers: '{Content-Type: application/json}',
  response: `
      type: object
      required: [status]
      properties: {status: {enum: [success, error]}}`,
  success: '{path: status, equals: success}',
  mappings: '{status: Sync_Status__c}',
}

const CAMPAIGNS = `campaigns:
  sync:
    marketo: {name: 01 Sync}
    triggers:
      created: {trigger: Person is Created}
    qualification: every time
    flow:
      - {id: call, step: Call Webhook, webhook: sync}
  failed:
    marketo: {name: 99 Sync failed}
    triggers:
      error:
        trigger: Webhook is Called
        webhook: sync
        response: {operator: not contains, value: success}
    qualification: every time
    flow:
      - {id: alert, step: Send Alert, to: marketing-ops@example.com}
`

const FIELDS = `fields:
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}
  CRM Lead Id: {rest: crmLeadId, soap: CRM_Lead_Id__c, type: string, length: 50}
  CRM Grade: {rest: crmGrade, soap: CRM_Grade__c, type: integer}
  CRM Known: {rest: crmKnown, soap: CRM_Known__c, type: boolean}
  CRM Seen: {rest: crmSeen, soap: CRM_Seen__c, type: date}
  Campaign Code: {rest: campaignCode, soap: Campaign_Code__c, type: string, length: 40}
  Employee Range: {rest: employeeRange, soap: Employee_Range__c, type: string}
  Employee Count: {rest: employeeCount, soap: Employee_Count__c, type: integer}
  Interests: {rest: interests, soap: Interests__c, type: string}
`

/** The files of the project, by path. */
export function plantedFiles(planted, webhook) {
  return {
    'programs/project.yaml': PROJECT,
    'programs/planted/program.yaml': programText(planted, webhook),
  }
}

export function writeProject(folder, planted, webhook) {
  for (const [path, text] of Object.entries(plantedFiles(planted, webhook))) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

export function programText({ defect, pinned = {}, tokens }, webhook) {
  return [
    'apiVersion: hookbook/v1\nkind: WebhookProgram\nid: planted\ntitle: Planted\n',
    `summary: ${JSON.stringify(defect)}\nrevision: 1\n`,
    `assumptions: ${JSON.stringify(pins(pinned))}\n`,
    tokens === undefined ? '' : `program: ${JSON.stringify({ tokens })}\n`,
    'purpose: sales calls the person back\n',
    FIELDS,
    'webhooks:\n  sync:\n    marketo: {name: Sync}\n',
    ...missing(webhook),
    webhook.replace(/^(?=.)/gm, '    '),
    CAMPAIGNS,
  ].join('')
}

function pins(pinned) {
  const evidence = 'captured request, production, 2026-11-02'
  return Object.fromEntries(Object.entries(pinned).map(([id, value]) => [id, { value, evidence }]))
}

function missing(webhook) {
  const said = Object.keys(parse(webhook))
  return Object.entries(WEBHOOK)
    .filter(([key]) => !said.includes(key))
    .map(([key, value]) => `    ${key}: ${value}\n`)
}
