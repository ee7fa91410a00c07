import { expect, test } from 'vitest'
import { diffWorkspaces } from '../../src/diff/diff-workspaces.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import type { ScalarNode, SourceNode } from '../../src/source/source-node.ts'
import { workspaceOf } from '../support/read-files.ts'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: acme
defaults:
  owner: marketing-ops
  alerts: {email: ops@example.com, escalation: on-call}
  review: {every: 180d}
subscriptions:
  sandbox: {stage: sandbox, munchkin: 111-AAA-222}
  live: {stage: production, munchkin: 333-BBB-444, promotesFrom: sandbox}
environments:
  live: {subscription: live, workspace: Default, region: emea, businessUnit: one}
  spare: {subscription: sandbox}
secrets:
  sync-key:
    purpose: proves that the call comes from Marketo
    owner: crm
    rotateEvery: 90d
    overlap: 48h
    expires: {live: 2027-02-01}
    from: {live: "env:SYNC_KEY"}
assumptions:
  backslash-preparse: {value: "on", evidence: tried}
allowHosts: [crm.example.com]
allowPrivateHosts: [crm.internal.example.com]
severities: {https-url: warning}
`

const PROGRAM = `apiVersion: hookbook/v1
kind: WebhookProgram
id: sync
title: Lead sync
summary: Sends leads.
revision: 1
environments: [live]
vars: {host: crm.example.com}
fields:
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50, object: person}
webhooks:
  send:
    marketo: {name: Send lead, description: Managed in git}
    scope: subscription
    url: "https://\${host}/leads"
    method: POST
    tokenEncoding: JSON
    responseType: JSON
    headers:
      Content-Type: application/json
      Authorization: {secret: sync-key, format: "Bearer \${secret}"}
    template: '{"id": {{lead.Id}}, "kind": "lead"}'
    request: {type: object, properties: {id: {type: integer}}}
    response: {type: object, properties: {status: {type: string, title: what became of it}}}
    success: {path: status, equals: success}
    mappings: {status: Sync_Status__c}
    idempotency: {key: [id], note: the endpoint keeps a day}
    latency: {p50: 80ms, p99: 900ms}
    purpose: sales
program:
  template: TPL Sync
  folder: Operational
  tokens: {Region: {type: text, value: EMEA}}
campaigns:
  call:
    marketo: {name: 01 Send}
    priority: high
    triggers:
      created: {trigger: Data Value Changes, attribute: Lead Score}
    filters:
      has-email: {filter: Email Address, operator: is not empty}
      qualified: {filter: Lead Score, operator: greater than, value: 50}
    filterLogic: any
    qualification: every time
    flow:
      - {id: send, step: Call Webhook, webhook: send}
      - id: wait
        step: Wait
        duration: 5 minutes
        choices:
          - {when: {filter: Lead Score, operator: greater than, value: 9}, duration: 7 minutes}
launchpoint:
  service: hookbook-sync
  role: {name: Write-back, permissions: [Read-Write Lead]}
  user: svc-sync@example.com
guarantees:
  - {never: {field: Lead Status, is: SAL}, unless: {field: Sync Status, is: success}}
  - every failed call is alerted
review: {last: 2026-11-26}
assumptions:
  line-breaks: {value: to-spaces, evidence: tried}
`

/** Where only some words are allowed, another of them; a number or a text becomes another one by itself. */
const OTHERS: Readonly<Record<string, string>> = {
  JSON: 'None',
  POST: 'PUT',
  subscription: 'environment',
  string: 'text',
  person: 'company',
  text: 'number',
  sandbox: 'production',
  production: 'sandbox',
  warning: 'error',
  on: 'off',
  object: 'array',
  integer: 'number',
  'to-spaces': 'kept',
  '180d': '90d',
  '90d': '60d',
  '48h': '24h',
  '80ms': '81ms',
  '900ms': '901ms',
  'env:SYNC_KEY': 'env:SYNC_KEY_2',
  '2027-02-01': '2027-03-01',
  '2026-11-26': '2026-11-27',
  live: 'spare',
  '333-BBB-444': '333-BBB-555',
  '111-AAA-222': '111-AAA-333',
}

/** What nobody gets: what a file is, why an assumption was settled, and what we call a flow step. */
const SILENT = /\.(?:apiVersion|kind|evidence)$|\.flow\[\d+\]\.id$/

function leaves(node: SourceNode, path: string): readonly (readonly [string, ScalarNode])[] {
  switch (node.kind) {
    case 'scalar':
      return [[path, node]]
    case 'sequence':
      return node.items.flatMap((item, nth) => leaves(item, `${path}[${nth}]`))
    case 'mapping':
      return node.entries.flatMap(({ key, value }) => leaves(value, `${path}.${key.text.value}`))
  }
}

function changed({ value, text }: ScalarNode): string {
  const other = OTHERS[text.value]
  if (other !== undefined) return JSON.stringify(other)
  if (typeof value === 'number') return String(value + 1)
  return JSON.stringify(`${text.value}x`)
}

const FILES = { 'project.yaml': PROJECT, 'sync/program.yaml': PROGRAM }

/** Every value of the two files, with the same files where it is another one. */
const EDITS = Object.entries(FILES).flatMap(([path, text]) => {
  const { root } = parseYaml({ path, text })
  return (root === undefined ? [] : leaves(root, path)).flatMap(([name, leaf]) => {
    if (SILENT.test(name)) return []
    const edited = text.slice(0, leaf.at.start) + changed(leaf) + text.slice(leaf.at.end)
    return [{ name, files: { ...FILES, [path]: edited } }]
  })
})

const BASE = workspaceOf(FILES)

test('the example uses what there is, and is read without a complaint', () => {
  expect(BASE.diagnostics).toEqual([])
  expect(EDITS.length).toBeGreaterThan(80)
})

test.each(EDITS)('$name: another value is no silence', ({ files }) => {
  expect(diffWorkspaces(BASE, workspaceOf(files))).not.toEqual([])
})
