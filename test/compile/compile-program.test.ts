import { expect, test } from 'vitest'
import { parseTypedTemplate } from '../../src/marketo/template-field.ts'
import { exampleProgram, EXAMPLES } from '../support/example-programs.ts'
import { spoiledWebhook } from '../support/spoiled-program.ts'
import { readFileSync } from 'node:fs'

const FILE = 'programs/lead-sync/program.yaml'

test('a token knows the place where it was written', () => {
  const uses = spoiledWebhook().template?.parts.flatMap((part) =>
    part.kind === 'token' ? [part] : [],
  )
  const text = readFileSync(FILE, 'utf8')
  expect(uses?.map(({ at }) => text.slice(at.start, at.end))).toEqual(
    uses?.map(({ token }) => token.raw),
  )
  expect(uses).toHaveLength(8)
})

test.each(EXAMPLES)('the parts of %s in %s put together are the text', (id, environment) => {
  for (const { url, template } of exampleProgram(id, environment).webhooks) {
    for (const text of [url, template].flatMap((each) => each ?? [])) {
      const joined = text.parts.map((part) => (part.kind === 'text' ? part.text : part.token.raw))
      expect(joined.join('')).toBe(text.text.value)
    }
  }
})

test('tokens find standard fields, custom fields, My Tokens and nothing where nothing is', () => {
  const webhook = spoiledWebhook(
    ['{{lead.First Name}}', '{{lead.Sync Status}}'],
    ['{{lead.Last Name}}', '{{lead.No Such Field}}'],
  )
  const fields = webhook.template?.parts.flatMap((part) =>
    part.kind === 'token' ? [[part.key, part.field?.restName ?? part.field?.displayName]] : [],
  )
  expect(Object.fromEntries(fields ?? [])).toMatchObject({
    'lead.email address': 'email',
    'lead.sync status': 'syncStatus',
    'my.region code': 'Region Code',
    'lead.no such field': undefined,
  })
})

test('a backslash is doubled for the Template field and reaches the endpoint single', () => {
  const { template, typedTemplate } = spoiledWebhook(['"score":', '"sc\\"ore":'])
  expect(typedTemplate).toContain('"sc\\\\"ore":')
  expect(parseTypedTemplate(typedTemplate ?? '')).toEqual({
    status: 'sent',
    text: template?.text.value,
  })
})

test('a backslash stays single where the project has settled that none is read', () => {
  const { typedTemplate, template } = spoiledWebhook(
    ['"score":', '"sc\\"ore":'],
    [
      'vars:',
      'assumptions:\n  backslash-preparse: {value: "off", evidence: "captured request"}\nvars:',
    ],
  )
  expect(typedTemplate).toBe(template?.text.value)
})

test('a mapping finds its field by the SOAP name', () => {
  const [status, unknown] = spoiledWebhook([
    'externalId: CRM_Lead_Id__c',
    'externalId: crmLeadId',
  ]).mappings
  expect(status?.field?.displayName).toBe('Sync Status')
  expect(unknown?.field).toBeUndefined()
})

test('a header with a secret holds its name and its form, never a value', () => {
  const header = spoiledWebhook().headers.find(({ kind }) => kind === 'secret')
  expect(header).toMatchObject({ secret: 'crm-sync-key', format: 'Bearer ${secret}' })
})

test.each([
  ['application/json', 'json'],
  ['application/x-www-form-urlencoded', 'form'],
  ['text/xml', 'xml'],
])('a body of the type %s is read as %s', (type, format) => {
  expect(spoiledWebhook(['application/json', type]).bodyFormat).toBe(format)
})
