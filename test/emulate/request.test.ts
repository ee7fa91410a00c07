import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { buildRequest } from '../../src/emulate/build-request.ts'
import { curlLine, maskedSecret } from '../../src/emulate/curl-line.ts'
import { fixtureSituation } from '../../src/emulate/fixture-situation.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { exampleProgram, exampleWebhook, exampleWorkspace } from '../support/example-programs.ts'

function request(id: string, environment: string, lead: string) {
  const { program, webhooks } = exampleProgram(id, environment)
  const [webhook] = webhooks
  const values = exampleWorkspace().leads.find(({ name }) => name === lead)?.values
  if (webhook === undefined || values === undefined) throw new Error('no such case')
  const built = buildRequest(webhook, fixtureSituation(webhook, program, values), {
    assumptions: usualAssumptions(),
    secretOf: maskedSecret,
  })
  if (built.status === 'refused') throw new Error(built.reason)
  return built.request
}

test('JSON is sent as Marketo would send it, byte for byte', () => {
  expect(request('lead-sync', 'prod-emea', 'quotes-and-backslashes')).toEqual({
    method: 'POST',
    url: 'https://crm-gateway.example.com/v1/leads',
    headers: [
      ['Content-Type', 'application/json'],
      ['Authorization', 'Bearer $CRM_SYNC_KEY'],
    ],
    body: `{
  "marketoId": 1002,
  "email": "\\"jane\\\\doe\\"@example.com",
  "firstName": "Jane \\"JD\\"",
  "lastName": "O'Doe \\\\ Sons",
  "company": "Smith \\"Widgets\\" \\\\ Sons",
  "score": 0,
  "region": "EMEA",
  "syncedAt": "2026-11-24 09:30:00"
}
`,
  })
})

test('a form is sent as Marketo would send it, byte for byte', () => {
  expect(request('lead-sync-legacy', 'prod-industrial', 'ampersand-and-plus').body).toBe(
    'unit=IND&id=1003&email=jane%2Bdemo%40example.com&first=Jack+%26+Jill&last=100%2541%3D%3F%23&company=Smith+%26+Sons+%26amp%3B+Co&phone=%2B49+%280%2989+555+0100&score=5',
  )
})

test('an empty lead is sent with defaults and empty texts', () => {
  expect(JSON.parse(request('lead-sync', 'prod-apac', 'empty').body ?? '')).toEqual({
    marketoId: 1006,
    email: '',
    firstName: '',
    lastName: '',
    company: '',
    score: 0,
    region: 'APAC',
    syncedAt: '2026-11-24 09:30:00',
  })
})

test('a value that looks like a token or a variable is never replaced again', () => {
  const body = JSON.parse(request('lead-sync', 'prod-emea', 'injection').body ?? '')
  expect(body.lastName).toBe('{{lead.Email Address}} ${secret}')
})

test.each(['quotes-and-backslashes', 'multi-line', 'emoji-and-right-to-left', 'injection'])(
  'the curl line of %s gives a shell the very same words',
  (lead) => {
    const sent = request('lead-sync', 'prod-emea', lead)
    const line = curlLine(sent).replace(/^curl/, 'printf %s\\\\0')
    const words = execFileSync('bash', ['-c', line], { env: { ...process.env, CRM_SYNC_KEY: 'k' } })
      .toString('utf8')
      .split('\0')
    expect(words).toContain(sent.body)
    expect(words).toContain('Authorization: Bearer k')
    expect(words).toContain(sent.url)
  },
)

test('the assumptions that matter are those that can change what is sent', () => {
  expect(sentAssumptions(exampleWebhook('lead-sync', 'prod-emea'))).toEqual([
    'astral',
    'default-encoding',
    'html-encoding',
    'json-escapes',
    'line-breaks',
  ])
  expect(sentAssumptions(exampleWebhook('sales-signals', 'prod-emea'))).toContain(
    'boolean-under-json',
  )
  expect(sentAssumptions(exampleWebhook('lead-sync-legacy', 'prod-consumer'))).toContain(
    'form-space',
  )
})
