/** Table: the contract of the invented CRM gateway, which several patterns call. */
export const CRM_SCHEMAS: Readonly<Record<string, string>> = {
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
