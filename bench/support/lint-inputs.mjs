import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: bench
subscriptions:
  sandbox: {stage: sandbox}
  production: {stage: production, promotesFrom: sandbox}
environments:
  test: {subscription: sandbox}
  live: {subscription: production}
secrets:
  crm-key: {from: {sandbox: "env:CRM_SANDBOX", production: "env:CRM_PRODUCTION"}}
`

const REQUEST = schemaOf({
  marketoId: { type: 'integer' },
  email: { type: 'string' },
  firstName: { type: 'string' },
  lastName: { type: 'string' },
  company: { type: 'string' },
  score: { type: 'integer' },
  syncedAt: { type: 'string' },
})

const RESPONSE = schemaOf({
  status: { enum: ['success', 'failure'] },
  externalId: { type: 'string', maxLength: 255 },
})

function schemaOf(properties) {
  return JSON.stringify({ type: 'object', required: Object.keys(properties), properties })
}

/** A definition as people write it: webhook, contract, and the three campaigns around it. */
function program(id) {
  return `# yaml-language-server: $schema=../../../schemas/program.schema.json
apiVersion: hookbook/v1
kind: WebhookProgram
id: ${id}
title: Lead sync ${id}
summary: Sends a new or changed lead to the CRM gateway and writes the result back.
revision: 7
vars: {crmHost: crm-gateway.example.com}

fields: # custom fields this program needs; standard fields are known
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}
  CRM Lead Id: {rest: crmLeadId, soap: CRM_Lead_Id__c, type: string, length: 255}

webhooks:
  ${id}:
    marketo: {name: CRM ${id}, description: "Managed in git: programs/${id}"}
    url: "https://\${crmHost}/v1/leads/${id}"
    method: POST
    tokenEncoding: JSON
    responseType: JSON
    headers:
      Content-Type: application/json
      Authorization: {secret: crm-key, format: "Bearer \${secret}"}
    template: |
      {
        "marketoId": {{lead.Id}},
        "email": {{lead.Email Address}},
        "firstName": {{lead.First Name}},
        "lastName": {{lead.Last Name}},
        "company": {{company.Company Name}},
        "score": {{lead.Lead Score:default=0}},
        "syncedAt": {{system.dateTime}}
      }
    request: {$ref: "../request.schema.json"}
    response: {$ref: "../response.schema.json"}
    success: {path: status, equals: success} # a 2xx may still carry a refusal
    mappings:
      status: Sync_Status__c
      externalId: CRM_Lead_Id__c
    idempotency: {key: [marketoId], note: a time-out does not prove that the call failed}
    purpose: sales calls back within minutes, and finds the person again in the CRM

campaigns:
  sync:
    marketo: {name: 01 Sync ${id}}
    triggers:
      created: {trigger: Person is Created}
    filters:
      has-email: {filter: Email Address, operator: is not empty}
      qualified: {filter: Lead Score, operator: greater than, value: 50}
    qualification: every time
    flow:
      - {id: engaged, step: Change Data Value, attribute: Lead Status, value: Engaged}
      - {id: call, step: Call Webhook, webhook: ${id}}
  advance: # mapped values arrive asynchronously: a second campaign reads them
    marketo: {name: 02 Advance ${id}}
    triggers:
      synced: {trigger: Data Value Changes, attribute: Sync Status, newValue: success}
    qualification: every time
    flow:
      - {id: advance, step: Change Data Value, attribute: Lead Status, value: SAL}
  failed:
    marketo: {name: 99 Failed ${id}}
    triggers:
      error: {trigger: Webhook is Called, webhook: ${id}, response: {operator: not contains, value: success}}
    qualification: every time
    flow:
      - {id: list, step: Add to List, list: CRM Sync Failed}
      - {id: alert, step: Send Alert, to: crm-oncall@example.com}
`
}

/** A document of the same service, filled up to a size with one more operation after the other. */
function openapi(id, bytes) {
  const head = `openapi: 3.1.0
info:
  title: Lead sync ${id}
  version: 1.0.0
  description: Takes a new or changed lead and answers with the result.
  license: {name: Apache 2.0, identifier: Apache-2.0}
servers:
  - url: https://crm-gateway.example.org
security:
  - bearer: []
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
paths:
`
  let text = head
  for (let nth = 1; text.length < bytes; nth++) {
    const left = bytes - text.length
    const next = operation(id, nth)
    text += next.length <= left || nth === 1 ? next : `# ${'.'.repeat(Math.max(0, left - 3))}\n`
  }
  return text
}

function operation(id, nth) {
  return `  /v1/leads/${id}/${nth}:
    post:
      operationId: ${id}-${nth}
      summary: Takes a lead
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [marketoId, email]
              properties:
                marketoId: {type: integer}
                email: {type: string}
                firstName: {type: string}
                lastName: {type: string}
                company: {type: string}
      responses:
        '200':
          description: The lead was taken
          content:
            application/json:
              schema:
                type: object
                required: [status]
                properties:
                  status: {type: string, enum: [success, failure]}
        '400':
          description: The lead was refused
`
}

/** Writes a project of many definitions, one of a single one, and as many documents of the same size. */
export function writeInputs(folder, count) {
  const ids = Array.from({ length: count }, (_, nth) => `sync-${String(nth + 1).padStart(4, '0')}`)
  writeProject(join(folder, 'many'), ids)
  writeProject(join(folder, 'one'), ids.slice(0, 1))
  for (const id of ids) {
    write(join(folder, 'openapi', 'documents', `${id}.yaml`), openapi(id, program(id).length))
  }
  write(join(folder, 'openapi', 'redocly.yaml'), 'extends: [recommended]\n')
  const [first = ''] = ids
  return { bytes: program(first).length, document: openapi(first, program(first).length).length }
}

function writeProject(folder, ids) {
  write(join(folder, 'programs', 'project.yaml'), PROJECT)
  write(join(folder, 'programs', 'request.schema.json'), REQUEST)
  write(join(folder, 'programs', 'response.schema.json'), RESPONSE)
  for (const id of ids) write(join(folder, 'programs', id, 'program.yaml'), program(id))
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
