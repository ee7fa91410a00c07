import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileProgram } from '../../src/compile/compile-program.ts'
import { buildRequest } from '../../src/emulate/build-request.ts'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { fixtureSituation } from '../../src/emulate/fixture-situation.ts'
import { importDefinition, type ImportedDefinition } from '../../src/import/import-definition.ts'
import type { ImportedCall } from '../../src/import/imported-request.ts'
import { showAddress } from '../../src/import/take-secrets.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { exampleWorkspace } from '../support/example-programs.ts'

function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))
}

const JSON_HEADERS = [['Content-Type', 'application/json']] as const

function imported(
  request: Partial<HttpRequest>,
  rest: Partial<ImportedCall> & { readonly lead?: Readonly<Record<string, string | number>> } = {},
): ImportedDefinition {
  const call: ImportedCall = {
    request: {
      method: 'POST',
      url: 'https://crm.example.com/leads',
      headers: JSON_HEADERS,
      body: undefined,
      ...request,
    },
    answer: rest.answer,
    holds: rest.holds ?? 'request',
    told: [],
  }
  return importDefinition(call, {
    pinned: {},
    ...(rest.lead === undefined ? {} : { lead: rest.lead }),
  })
}

test.each(
  exampleWorkspace().programs.flatMap(({ id, deployments }) =>
    exampleWorkspace().leads.map((lead) => [id, lead.name, deployments[0], lead] as const),
  ),
)('what %s sends of the lead %s is rendered again', (_id, _name, deployment, lead) => {
  if (deployment === undefined) throw new Error('no deployment')
  const compiled = compileProgram(deployment.program)
  for (const webhook of compiled.webhooks) {
    const built = buildRequest(
      webhook,
      fixtureSituation(webhook, deployment.program, lead.values),
      { assumptions: usualAssumptions(), secretOf: () => 'n0t-a-real-key-0123456789' },
    )
    if (built.status === 'refused') throw new Error(built.reason)
    for (const values of [undefined, lead.values]) {
      const call = {
        request: built.request,
        answer: undefined,
        holds: 'request',
        told: [],
      } as const
      const { proof, text } = importDefinition(call, {
        pinned: {},
        ...(values === undefined ? {} : { lead: values }),
      })
      expect(proof.status).toBe('same')
      expect(text).not.toContain('n0t-a-real-key-0123456789')
    }
  }
})

test('any body is rendered again, or it is told why not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const body = wellFormed(text)
      const { proof } = imported({ body, headers: [['Content-Type', 'text/plain']] })
      expect(proof.status === 'same').toBe(!body.includes('{{'))
    }),
    { numRuns: 100 },
  )
})

test('any JSON is rendered again', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (body) => {
      fc.pre(!body.includes('{{'))
      expect(imported({ body }).proof.status).toBe('same')
    }),
    { numRuns: 60 },
  )
})

test('a request with braces cannot be sent again, and the byte is named', () => {
  const { proof, told } = imported({ body: '{"a": "{{lead.Email Address}}"}' })
  expect(proof).toMatchObject({ status: 'different', at: { part: 'the body', byte: 7 } })
  expect(told.join('\n')).toContain('takes that for a token')
})

test('a value that is not what Marketo would show stays as it is', () => {
  const { text } = imported({ body: '{"email":"jane\\u002edoe@example.com","score":7.50}' })
  expect(text).toContain('"email":"jane\\u002edoe@example.com","score":7.50')
})

test('escapes beyond ASCII are a world of their own, and told', () => {
  const { text, told, proof } = imported({ body: '{"firstName":"Jos\\u00e9"}' })
  expect(text).toContain('{{lead.First Name}}')
  expect(told.join('\n')).toContain('json-escapes: ascii')
  expect(proof.status).toBe('same')
})

test('one token never stands for two values', () => {
  const { text } = imported({ body: '{"email":"a@b.example","b":{"email":"c@d.example"}}' })
  expect(text).toContain('{"email":{{lead.Email Address}},"b":{"email":"c@d.example"}}')
})

test('without an encoding the quotes of JSON are those of the template', () => {
  const call = {
    request: {
      method: 'POST',
      url: 'https://crm.example.com/leads',
      headers: JSON_HEADERS,
      body: '{"email":"a@b.example","score":7}',
    },
    answer: undefined,
    holds: 'request',
    told: [],
  } as const
  const { text, proof } = importDefinition(call, { pinned: {}, encoding: 'None' })
  expect(text).toContain('{"email":"{{lead.Email Address}}","score":{{lead.Lead Score}}}')
  expect(proof.status).toBe('same')
})

test('a name alone is no field where its value does not fit', () => {
  const body = '{"email":"none","score":"high","unsubscribed":"later","id":7,"state":"open"}'
  expect(imported({ body }).text).toContain(body)
})

test('a known lead proves tokens whatever their names are, and refutes names', () => {
  const lead = { 'lead.first name': 'Jane', 'lead.email address': 'jane@example.com', 'lead.id': 7 }
  const { text } = imported(
    { body: '{"who":"Jane","email":"other@example.com","id":7,"n":7}' },
    { lead },
  )
  expect(text).toContain(
    '{"who":{{lead.First Name}},"email":"other@example.com","id":{{lead.Id}},"n":7}',
  )
})

test('a form in the query becomes tokens where no body is sent', () => {
  const url = 'https://crm.example.com/leads?email=a%40b.example&x=1#top'
  const { text, proof } = imported({ method: 'GET', url, headers: [] })
  expect(text).toContain(
    '# guessed by name, look at each: email\n    url: https://crm.example.com/leads?email={{lead.Email Address}}&x=1#top',
  )
  expect(proof.status).toBe('same')
})

const SECRET = fc.stringMatching(/^[A-Za-z0-9_-]{12,40}$/)

test('no credential is ever written, wherever it stood', () => {
  fc.assert(
    fc.property(SECRET, (secret) => {
      const definition = imported({
        url: `https://user:${secret}@crm.example.com/leads?api_key=${secret}`,
        headers: [...JSON_HEADERS, ['X-Api-Key', secret], ['X-Other', `Bearer ${secret}`]],
        body: `{"password": "${secret}", "client_secret":"${secret}", "token": "a1${secret}b2c3d4e5"}`,
      })
      expect(definition.text).not.toContain(secret)
      expect(definition.text).not.toContain(btoa(`user:${secret}`))
      expect(definition.told.join('\n')).not.toContain(secret)
      expect(definition.proof.status).toBe('same')
    }),
    { numRuns: 30 },
  )
})

test('a pasted template keeps what is typed, with escapes doubled or not', () => {
  const typed = '{"a": {{lead.Id}}, "b": "x\\\\n"}'
  const { text, proof } = imported({ body: typed, headers: [] }, { holds: 'template' })
  expect(text).toContain('{"a": {{lead.Id}}, "b": "x\\n"}')
  expect(proof).toMatchObject({ status: 'same', bytes: typed.length })
})

test('an escape that Marketo does not know is told, and taken over', () => {
  const { told } = imported({ body: '{"a": "\\d"}', headers: [] }, { holds: 'template' })
  expect(told.join('\n')).toContain('"\\d"')
})

test('an answer gives mappings only for what fits, and never for an echo', () => {
  const answer = {
    status: 200,
    body: '{"leadStatus":"Working","leadScore":"many","email":"a@b.example","x":{"y":[1]}}',
  }
  const { text, told } = imported({ body: '{"email":"a@b.example"}' }, { answer })
  expect(text).toContain('mappings:\n      leadStatus: LeadStatus\n')
  expect(told.join('\n')).toContain('leadScore, email, x.y[0]')
})

test('what a capture has masked is a reference, or left out, wherever it stood', () => {
  const { text, told, proof } = imported({
    url: 'https://crm.example.com/leads?k=(secret)',
    headers: [...JSON_HEADERS, ['X-Signed-By', 'v1=(secret);']],
    body: '{"a": "(secret)"}',
  })
  expect(text).not.toContain('(secret)')
  expect(text).toContain('format: v1=${secret};')
  expect(text).toContain('/leads?k=SECRET-LEFT-OUT')
  expect(told.join('\n')).toContain('credential in the body is left out')
  expect(proof.status).toBe('same')
})

test('a key in a path is left out, and shown in no list', () => {
  const url = 'https://hooks.example.com/services/T0AbCdEf12/XyZ0123ABC5678901234567890abc'
  expect(imported({ url }).text).toContain(
    'url: https://hooks.example.com/services/T0AbCdEf12/SECRET-LEFT-OUT',
  )
  expect(showAddress(`${url}?key=1`)).toBe('https://hooks.example.com/services/T0AbCdEf12/…')
  expect(showAddress('https://me:pw@crm.example.com/a')).toBe('https://…@crm.example.com/a')
})

test('a secret of several words is one: no word of it is taken for a scheme', () => {
  const { text, proof } = imported({
    headers: [
      ...JSON_HEADERS,
      ['X-Api-Key', 'correct horse battery'],
      ['Authorization', 'Bearer a b'],
    ],
  })
  expect(text).not.toContain('correct')
  expect(text).toContain('format: Bearer ${secret}')
  expect(proof.status).toBe('same')
})
