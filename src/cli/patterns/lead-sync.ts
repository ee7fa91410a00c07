import { CRM_SCHEMAS } from './crm-schemas.ts'
import type { Pattern } from './pattern.ts'

export const leadSync: Pattern = {
  name: 'lead-sync',
  summary: 'a new lead goes to the CRM, and its stage advances only when the CRM has it',
  sandboxVars: '{crmHost: crm-gateway.sandbox.example.com}',
  files: {
    'programs/lead-sync/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: lead-sync
title: Lead sync to the CRM
summary: Sends a new lead to the CRM gateway and writes the result back.
revision: 1
vars: {crmHost: crm-gateway.example.com}
overridable: [vars]

fields: # custom fields; standard fields are known
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}

webhooks:
  crm-lead:
    marketo: {name: CRM Lead, description: "Managed in git: programs/lead-sync"}
    url: "https://\${crmHost}/v1/leads"
    method: POST
    tokenEncoding: JSON # Marketo quotes and escapes texts: no quotes around tokens
    responseType: JSON
    headers:
      Content-Type: application/json
      Authorization: {secret: crm-key, format: "Bearer \${secret}"}
    template: |
      {
        "marketoId": {{lead.Id}},
        "email": {{lead.Email Address}},
        "company": {{company.Company Name}},
        "score": {{lead.Lead Score:default=0}}
      }
    request: {$ref: "../../schemas/crm-lead.request.schema.json"}
    response: {$ref: "../../schemas/crm-lead.response.schema.json"}
    success: {path: status, equals: success} # a 2xx may still carry a refusal
    mappings:
      status: Sync_Status__c
    idempotency: {key: [marketoId]}
    purpose: sales calls the person back # what the personal data is sent for

campaigns:
  sync:
    marketo: {name: 01 Sync to CRM}
    triggers:
      created: {trigger: Person is Created}
    qualification: every time
    flow:
      - {id: engaged, step: Change Data Value, attribute: Lead Status, value: Engaged}
      - {id: clear, step: Change Data Value, attribute: Sync Status, value: "NULL"} # so that the same answer is a change
      - {id: call, step: Call Webhook, webhook: crm-lead}
  advance: # mapped values arrive later: a second campaign reads them
    marketo: {name: 02 Advance lifecycle}
    triggers:
      synced: {trigger: Data Value Changes, attribute: Sync Status, newValue: success}
    qualification: every time
    flow:
      - {id: advance, step: Change Data Value, attribute: Lead Status, value: SAL}
  failed:
    marketo: {name: 99 Sync failed}
    triggers:
      error:
        trigger: Webhook is Called
        webhook: crm-lead
        response: {operator: not contains, value: success}
    qualification: every time
    flow:
      - {id: list, step: Add to List, list: CRM Sync Failed}
      - {id: alert, step: Send Alert, to: "\${alerts.email}"}

guarantees: # hookbook check tries every outcome of every call
  - never SAL without success
  - every failed call is alerted
  - nobody is stuck
  - no loop
`,
    ...CRM_SCHEMAS,
  },
}
