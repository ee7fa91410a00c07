import type { Pattern } from './pattern.ts'

export const enrichment: Pattern = {
  name: 'enrichment',
  summary: 'facts about a company are fetched and written back, and read only when they are there',
  sandboxVars: '{enrichmentHost: enrichment.sandbox.example.com}',
  files: {
    'programs/enrichment/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: enrichment
title: Company enrichment
summary: Asks the enrichment service about a person's company, writes its size and industry back, and routes large ones.
revision: 1
vars: {enrichmentHost: enrichment.example.com}
overridable: [vars]

fields: # fields of their own: what people have typed is never overwritten
  Enrichment Status: {rest: enrichmentStatus, soap: Enrichment_Status__c, type: string, length: 50}
  Enriched Industry: {rest: enrichedIndustry, soap: Enriched_Industry__c, type: string, length: 255}
  Enriched Employees: {rest: enrichedEmployees, soap: Enriched_Employees__c, type: integer}

webhooks:
  enrich:
    marketo: {name: Company Enrichment, description: "Managed in git: programs/enrichment"}
    url: "https://\${enrichmentHost}/v1/companies"
    method: POST
    tokenEncoding: JSON
    responseType: JSON
    headers:
      Content-Type: application/json
      Authorization: {secret: crm-key, format: "Bearer \${secret}"}
    template: |
      {
        "marketoId": {{lead.Id}},
        "company": {{company.Company Name}}
      }
    request: {$ref: "../../schemas/enrichment.request.schema.json"}
    response: {$ref: "../../schemas/enrichment.response.schema.json"}
    success: {path: status, equals: enriched}
    mappings:
      industry: Enriched_Industry__c
      employees: Enriched_Employees__c
      status: Enrichment_Status__c
    idempotency: {key: [marketoId], note: asking twice costs one look-up more}

campaigns:
  enrich:
    marketo: {name: 01 Enrich company}
    triggers:
      created: {trigger: Person is Created}
    filters:
      has-company: {filter: Company Name, operator: is not empty}
    qualification: every time
    flow:
      - {id: clear, step: Change Data Value, attribute: Enrichment Status, value: "NULL"}
      - {id: call, step: Call Webhook, webhook: enrich}
  route: # written values are there when the status is: not in the flow that called
    marketo: {name: 02 Route large companies}
    triggers:
      enriched: {trigger: Data Value Changes, attribute: Enrichment Status, newValue: enriched}
    qualification: every time
    flow:
      - {id: moment, step: Interesting Moment, type: Milestone, description: "Company enriched: {{lead.Enriched Industry:default=unknown industry}}"}
      - {id: done, step: Add to List, list: Enriched Companies}
  failed:
    marketo: {name: 99 Enrichment failed}
    triggers:
      error:
        trigger: Webhook is Called
        webhook: enrich
        response: {operator: not contains, value: enriched}
    qualification: every time
    flow:
      - {id: list, step: Add to List, list: Enrichment Failed}
      - {id: alert, step: Send Alert, to: "\${alerts.email}"}

guarantees:
  - every failed call is alerted
  - nobody is stuck
  - no loop
`,
    'schemas/enrichment.request.schema.json': `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Question to the enrichment service",
  "type": "object",
  "required": ["marketoId", "company"],
  "additionalProperties": false,
  "properties": {
    "marketoId": { "description": "Marketo's id of the person.", "type": "integer" },
    "company": { "description": "The company's name as the person typed it.", "type": "string" }
  }
}
`,
    'schemas/enrichment.response.schema.json': `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Answer of the enrichment service",
  "type": "object",
  "required": ["status", "industry", "employees"],
  "properties": {
    "status": { "description": "Whether the company is known.", "type": "string", "enum": ["enriched", "unknown"] },
    "industry": { "description": "Empty when unknown.", "type": "string", "maxLength": 255 },
    "employees": { "description": "0 when unknown.", "type": "integer", "minimum": 0, "maximum": 10000000 }
  }
}
`,
  },
}
