import { CRM_SCHEMAS } from './crm-schemas.ts'
import type { Pattern } from './pattern.ts'

export const alert: Pattern = {
  name: 'alert',
  summary: 'whoever failed is on a list, somebody is told, and another list sends again',
  sandboxVars: '{crmHost: crm-gateway.sandbox.example.com}',
  files: {
    'programs/alert/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: alert
title: Lead sync with alert and re-sending
summary: Sends a lead to the CRM gateway; who failed is listed and told of, and sent again through a second list.
revision: 1
vars: {crmHost: crm-gateway.example.com}
overridable: [vars]

fields:
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}

webhooks:
  crm-lead:
    marketo: {name: CRM Lead with Alert, description: "Managed in git: programs/alert"}
    url: "https://\${crmHost}/v1/leads"
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
        "company": {{company.Company Name}},
        "score": {{lead.Lead Score:default=0}}
      }
    request: {$ref: "../../schemas/crm-lead.request.schema.json"}
    response: {$ref: "../../schemas/crm-lead.response.schema.json"}
    success: {path: status, equals: success}
    mappings:
      status: Sync_Status__c
    idempotency: {key: [marketoId], note: a person who is sent twice is only updated}
    purpose: sales calls the person back

campaigns:
  sync:
    marketo: {name: 01 Sync with Alert}
    triggers:
      created: {trigger: Person is Created}
    qualification: every time
    flow:
      - {id: clear, step: Change Data Value, attribute: Sync Status, value: "NULL"}
      - {id: call, step: Call Webhook, webhook: crm-lead}
  resend: # a batch campaign cannot call: people go onto this list, and the trigger calls
    marketo: {name: 02 Send again}
    triggers:
      listed: {trigger: Added to List, list: CRM Send Again}
    qualification: every time
    flow:
      - {id: unlist, step: Remove from List, list: CRM Send Again}
      - {id: clear, step: Change Data Value, attribute: Sync Status, value: "NULL"}
      - {id: call, step: Call Webhook, webhook: crm-lead}
  synced:
    marketo: {name: 03 Synced}
    triggers:
      synced: {trigger: Data Value Changes, attribute: Sync Status, newValue: success}
    qualification: every time
    flow:
      - {id: mended, step: Remove from List, list: CRM Sync Failed}
  failed:
    marketo: {name: 99 Sync with Alert failed}
    triggers:
      error:
        trigger: Webhook is Called
        webhook: crm-lead
        response: {operator: not contains, value: success}
    qualification: every time
    flow:
      - {id: list, step: Add to List, list: CRM Sync Failed}
      - {id: alert, step: Send Alert, to: "\${alerts.email}"}

guarantees:
  - every failed call is alerted
  - re-sending is safe
  - nobody is stuck
  - no loop
`,
    ...CRM_SCHEMAS,
  },
}
