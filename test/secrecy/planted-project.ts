import { LEAD_VALUES, NAMED_LEAD_VALUES, TYPED_SECRETS } from './markers.ts'

export type Files = Readonly<Record<string, string>>

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '')

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: planted
subscriptions:
  sandbox: {stage: sandbox}
  production: {stage: production, promotesFrom: sandbox}
environments:
  test: {subscription: sandbox}
  live: {subscription: production}
secrets:
  crm-key:
    from: {sandbox: "env:SANDBOX_KEY", production: "env:CRM_KEY"}
  crm-login:
    from: {sandbox: "env:CRM_LOGIN", production: "env:CRM_LOGIN"}
  client-id:
    from: {sandbox: "env:CLIENT_ID", production: "env:CLIENT_ID"}
  client-secret:
    from: {sandbox: "env:CLIENT_SECRET", production: "env:CLIENT_SECRET"}
`

const FIELDS = `fields:
  Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}
  CRM Lead Id: {rest: crmLeadId, soap: CRM_Lead_Id__c, type: string, length: 255}
`

const CAMPAIGNS = `campaigns:
  sync:
    marketo: {name: Sync}
    triggers: {created: {trigger: Person is Created}}
    qualification: every time
    flow:
      - {id: call, step: Call Webhook, webhook: lead}
  failed:
    marketo: {name: Failed}
    triggers:
      error: {trigger: Webhook is Called, webhook: lead, response: {operator: not contains, value: success}}
    qualification: every time
    flow:
      - {id: alert, step: Send Alert, to: crm@example.com}
`

const TEMPLATE = `{
  "id": {{lead.Id}},
  "first": {{lead.First Name}},
  "last": {{lead.Last Name}},
  "email": {{lead.Email Address}},
  "phone": {{lead.Phone Number}},
  "title": {{lead.Job Title}},
  "company": {{company.Company Name}}
}`

const RESPONSE =
  '{type: object, required: [status, externalId], properties: {status: {enum: [success, error]}, externalId: {type: string, maxLength: 20}}}'

interface Written {
  readonly url: string
  readonly encoding: 'JSON' | 'None' | 'Form/Url'
  readonly headers: readonly string[]
  readonly template: string
  readonly extra?: string
  readonly responseType?: 'JSON' | 'XML'
}

function program(
  id: string,
  { url, encoding, headers, template, extra = '', responseType = 'JSON' }: Written,
): string {
  const root = responseType === 'XML' ? 'answer.' : ''
  return `apiVersion: hookbook/v1
kind: WebhookProgram
id: ${id}
title: Planted
revision: 1
${extra}${FIELDS}webhooks:
  lead:
    marketo: {name: Lead of ${id}}
    url: ${quoted(url)}
    method: POST
    tokenEncoding: ${encoding}
    responseType: ${responseType}
    headers:
${headers.map((header) => `      ${header}\n`).join('')}    template: ${quoted(template)}
    request: {type: ${encoding === 'Form/Url' ? 'object' : 'object, required: [id]'}}
    response: ${responseType === 'JSON' ? RESPONSE : `{type: object, required: [answer], properties: {answer: ${RESPONSE}}}`}
    success: {path: ${root}status, equals: success}
    mappings: {${root}status: Sync_Status__c, ${root}externalId: CRM_Lead_Id__c}
    idempotency: {key: [id]}
${CAMPAIGNS}`
}

const BY_REFERENCE = [
  'Content-Type: application/json',
  'Authorization: {secret: crm-key, format: "Bearer ${secret}"}',
  'X-Login: {secret: crm-login, format: "Basic ${secret}"}',
  'X-Client: {secret: client-id, format: "${secret}"}',
  'X-Client-Secret: {secret: client-secret, format: "key=${secret}"}',
]

function lead(
  summary: string,
  [first, last, email, phone, company, title]: readonly string[],
): string {
  return `apiVersion: hookbook/v1
kind: Lead
summary: ${summary}
values:
  lead: {Id: 4711, First Name: ${quoted(first)}, Last Name: ${quoted(last)}, Email Address: ${quoted(email)}, Phone Number: ${quoted(phone)}, Job Title: ${quoted(title)}}
  company: {Company Name: ${quoted(company)}}
`
}

const LEADS: Files = {
  'leads/plain.yaml': lead('The one that is named', Object.values(NAMED_LEAD_VALUES)),
  'leads/planted.yaml': lead('One that nobody names', Object.values(LEAD_VALUES)),
}

/** A sound project: secrets by reference, leads with values that nobody should see. */
export const SOUND: Files = {
  ...LEADS,
  'project.yaml': PROJECT,
  'sync/program.yaml': program('sync', {
    url: 'https://crm.example.com/leads',
    encoding: 'JSON',
    headers: BY_REFERENCE,
    template: TEMPLATE,
  }),
  'order/program.yaml': program('order', {
    url: 'https://crm.example.com/orders',
    encoding: 'JSON',
    headers: BY_REFERENCE,
    template: TEMPLATE,
    responseType: 'XML',
  }),
}

/** The same with a defect that nearly every lead shows. */
export const FAILING: Files = {
  ...SOUND,
  'sync/program.yaml': program('sync', {
    url: 'https://crm.example.com/leads?name={{lead.Last Name}}',
    encoding: 'None',
    headers: [...BY_REFERENCE, 'X-Title: "{{lead.Job Title}}"'],
    template: TEMPLATE.replaceAll(/: (\{\{(?!lead\.Id)[^}]+\}\})/g, ': "$1"'),
  }),
}

const T = TYPED_SECRETS

/** Definitions into which somebody has typed credentials. */
export const TYPED: Files = {
  ...LEADS,
  'project.yaml': PROJECT.replace('"env:CLIENT_ID"', quoted(T['place of a secret'])),
  'headers/program.yaml': program('headers', {
    url: `https://${T['user in the URL'] ?? ''}:${T['password in the URL'] ?? ''}@crm.example.com/leads?api_key=${T['key in the query'] ?? ''}&x={{lead.Id}}`,
    encoding: 'JSON',
    headers: [
      'Content-Type: application/json',
      `Authorization: ${quoted(`Bearer ${T['Authorization header'] ?? ''}`)}`,
      `X-Api-Key: ${quoted(T['X-Api-Key header'])}`,
      `X-Desk: ${quoted(`Basic ${T['login in a header of another name'] ?? ''}`)}`,
      'X-Secret: "${typedKey}"',
    ],
    template: TEMPLATE.replace('{\n', `{\n  "apiKey": "${T['key in the template'] ?? ''}",\n`),
    extra: `vars: {typedKey: ${quoted(T['variable'])}}\n`,
  }),
  'form/program.yaml': program('form', {
    url: `https://crm.example.com/${T['token in the path'] ?? ''}/leads`,
    encoding: 'None',
    headers: ['Content-Type: application/x-www-form-urlencoded', 'X-Api-Key: "{{my.API Key}}"'],
    template: `password=${T['password in a form'] ?? ''}&id={{lead.Id}}&first={{lead.First Name}}`,
    extra: `program: {template: TPL, folder: F, tokens: {API Key: {type: text, value: ${quoted(T['My Token'])}}}}\n`,
  }),
}
