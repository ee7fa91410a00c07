import { CRM_SCHEMAS } from './crm-schemas.ts'
import type { Pattern } from './pattern.ts'

export const retry: Pattern = {
  name: 'retry',
  summary: 'a failure that may pass by itself is tried again, three times at most',
  sandboxVars: '{crmHost: crm-gateway.sandbox.example.com}',
  files: {
    'programs/retry/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: retry
title: Lead sync with a bounded retry
summary: Sends a lead to the CRM gateway, again when it was too busy, and tells of every failure.
revision: 1
vars: {crmHost: crm-gateway.example.com}
overridable: [vars]

fields:
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}
  Sync Attempts: {rest: syncAttempts, soap: Sync_Attempts__c, type: score}

webhooks:
  crm-lead:
    marketo: {name: CRM Lead with Retry, description: "Managed in git: programs/retry"}
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
    idempotency: {key: [marketoId], note: a call that came through although it seemed to fail is known again}
    purpose: sales calls the person back

campaigns:
  sync:
    marketo: {name: 01 Sync with Retry}
    triggers:
      form: {trigger: Fills Out Form}
      again: {trigger: Campaign is Requested} # by the retry below
    qualification: every time
    flow:
      - {id: clear, step: Change Data Value, attribute: Sync Status, value: "NULL"}
      - {id: call, step: Call Webhook, webhook: crm-lead}
  synced:
    marketo: {name: 02 Synced after all}
    triggers:
      synced: {trigger: Data Value Changes, attribute: Sync Status, newValue: success}
    qualification: every time
    flow:
      - {id: reset, step: Change Data Value, attribute: Sync Attempts, value: 0}
      - {id: unlist, step: Remove from List, list: CRM Retry Failed}
  retry: # pages disagree whether Error Type is a word or a number: both are asked for
    marketo: {name: 98 Try again}
    triggers:
      busy: {trigger: Webhook is Called, webhook: crm-lead, errorType: Too Many Requests}
      busy-number: {trigger: Webhook is Called, webhook: crm-lead, errorType: "429"}
      fault: {trigger: Webhook is Called, webhook: crm-lead, errorType: Internal Server Error}
      fault-number: {trigger: Webhook is Called, webhook: crm-lead, errorType: "500"}
      gateway: {trigger: Webhook is Called, webhook: crm-lead, errorType: Bad Gateway}
      gateway-number: {trigger: Webhook is Called, webhook: crm-lead, errorType: "502"}
      unavailable: {trigger: Webhook is Called, webhook: crm-lead, errorType: Service Unavailable}
      unavailable-number: {trigger: Webhook is Called, webhook: crm-lead, errorType: "503"}
    filters: # three times; an unset number is not said to be less than another
      first: {filter: Sync Attempts, operator: is empty}
      further: {filter: Sync Attempts, operator: less than, value: 3}
    filterLogic: any
    qualification: every time
    flow:
      - {id: count, step: Change Score, score: Sync Attempts, change: "+1"}
      - {id: pause, step: Wait, duration: 1 hour} # spelled out: Marketo ignores "1 hr"
      - {id: again, step: Request Campaign, campaign: sync}
  failed:
    marketo: {name: 99 Sync with Retry failed}
    triggers:
      error:
        trigger: Webhook is Called
        webhook: crm-lead
        response: {operator: not contains, value: success}
    qualification: every time
    flow:
      - {id: list, step: Add to List, list: CRM Retry Failed}
      - {id: alert, step: Send Alert, to: "\${alerts.email}"}

guarantees:
  - every failed call is alerted
  - retries only where they can help
  - re-sending is safe
  - no loop
`,
    ...CRM_SCHEMAS,
  },
}
