/** Table: the files of a first project, by path. */
export const STARTER_FILES: Readonly<Record<string, string>> = {
  'programs/project.yaml': `apiVersion: hookbook/v1
kind: Project
name: my-marketo

defaults:
  owner: marketing-ops
  alerts: {email: marketing-ops@example.com, escalation: crm-oncall}
  review: {every: 180d}

subscriptions: # one Marketo instance = one list of webhooks
  sandbox: {stage: sandbox}
  production: {stage: production, promotesFrom: sandbox}

environments: # one workspace of a subscription; what --env takes
  test: {subscription: sandbox, workspace: Default}
  live: {subscription: production, workspace: Default}

secrets: # references only; a value never enters the repository
  crm-key:
    purpose: proves to the CRM gateway that the call comes from Marketo
    rotateEvery: 90d
    from: {sandbox: "env:CRM_KEY_SANDBOX", production: "env:CRM_KEY_PRODUCTION"}
`,
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
      - {id: alert, step: Send Alert, to: "\${alerts.email}"}
`,
  'programs/lead-sync/overlays/sandbox.yaml': `apiVersion: hookbook/v1
kind: Overlay
subscription: sandbox
vars: {crmHost: crm-gateway.sandbox.example.com}
`,
  'programs/leads/plain.yaml': `apiVersion: hookbook/v1
kind: Lead
summary: An everyday lead; invented, as all fixture leads are.
values:
  lead: {Id: 1001, Email Address: jane.doe@example.com, Lead Score: 72}
  company: {Company Name: Example Manufacturing}
`,
  'schemas/crm-lead.request.schema.json': `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Lead sent to the CRM gateway",
  "type": "object",
  "required": ["marketoId", "email", "company", "score"],
  "additionalProperties": false,
  "properties": {
    "marketoId": { "description": "Marketo's id of the person.", "type": "integer" },
    "email": { "description": "Empty when unknown.", "type": "string" },
    "company": { "description": "Empty when unknown.", "type": "string" },
    "score": { "description": "Lead score.", "type": "integer" }
  }
}
`,
  'schemas/crm-lead.response.schema.json': `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Answer of the CRM gateway",
  "type": "object",
  "required": ["status"],
  "properties": {
    "status": { "description": "Whether the CRM has the lead.", "type": "string", "enum": ["success", "error"] }
  }
}
`,
}
