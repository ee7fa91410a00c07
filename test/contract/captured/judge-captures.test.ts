import { expect, test } from 'vitest'
import type { CapturedCall } from '../../../src/capture/captured-call.ts'
import { MASKED_SECRET } from '../../../src/capture/captured-call.ts'
import { callsOf, judgeCaptures } from '../../../src/contract/captured/judge-captures.ts'
import { replayedRequest } from '../../../src/contract/captured/replayed-request.ts'
import { buildRequest } from '../../../src/emulate/build-request.ts'
import { fixtureSituation } from '../../../src/emulate/fixture-situation.ts'
import { usualAssumptions } from '../../../src/marketo/assumptions/assumptions.ts'
import { EXAMPLES, exampleProgram } from '../../support/example-programs.ts'
import { leadBody } from '../../support/opened-service.ts'

const compiled = exampleProgram('lead-sync', 'sandbox-emea')
const [webhook] = compiled.webhooks
if (webhook === undefined) throw new Error('lead-sync has no webhook')
const subject = { compiled, webhook }
const MARKER = 'Jane Marker'

const CALL: CapturedCall = {
  version: 1,
  id: 'r1-1',
  at: 0,
  request: {
    method: 'POST',
    url: '/v1/leads',
    headers: [
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${MASKED_SECRET}`],
    ],
    body: leadBody(1),
  },
}
const SUCCESS = JSON.stringify({ status: 'success', externalId: 'crm-1' })

function answered(status: number, body: string): Partial<CapturedCall> {
  return { answer: { status, reason: '', headers: [], body } }
}

function requested(changed: Partial<CapturedCall['request']>): Partial<CapturedCall> {
  return { request: { ...CALL.request, ...changed } }
}

async function findings(...changes: readonly Partial<CapturedCall>[]): Promise<readonly string[]> {
  const calls = changes.map((change, nth) => ({ ...CALL, id: `r1-${nth + 1}`, ...change }))
  const { diagnostics } = await judgeCaptures(subject, calls)
  expect(JSON.stringify(diagnostics.map(({ at: _at, ...told }) => told))).not.toContain('Marker')
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`)
}

test.each<readonly [string, Partial<CapturedCall>]>([
  ['as agreed', {}],
  ['with an answer as agreed', answered(200, SUCCESS)],
  [
    'with headers that a proxy has added',
    requested({ headers: [...CALL.request.headers, ['Via', 'x']] }),
  ],
  [
    'with awkward values',
    requested({ body: leadBody(1, { lastName: '"\\{{lead.Id}}', score: -1 }) }),
  ],
  ['whose fault was asked for', { fault: 'status-500', ...answered(500, 'no') }],
  ['that ended without an answer', {}],
])('a request %s is as the contract has it', async (_what, change) => {
  expect(await findings(change)).toEqual([])
})

test.each<readonly [string, Partial<CapturedCall>, string]>([
  ['another method', requested({ method: 'PUT' }), 'captured-as-defined: … the method is not POST'],
  [
    'no secret',
    requested({ headers: CALL.request.headers.slice(0, 1) }),
    'captured-as-defined: … the header Authorization is missing',
  ],
  [
    'another type',
    requested({ headers: [['Content-Type', 'text/plain'], ...CALL.request.headers.slice(1)] }),
    'captured-as-defined: … the Content-Type application/json is expected',
  ],
  [
    'a body that cannot be read',
    requested({ body: `{"a": "${MARKER}` }),
    'body-parses: … the body is no JSON that can be read',
  ],
  [
    'bytes that are no UTF-8',
    { ...requested({ body: '\ufffd' }), bodyBytes: '/w==' },
    'body-parses: … the body is no UTF-8',
  ],
  [
    'a value of another type',
    requested({ body: leadBody(1, { score: MARKER }) }),
    'body-matches-schema: … /score must be integer',
  ],
  [
    'a member too much',
    requested({ body: leadBody(1, { [MARKER]: 1 }) }),
    'captured-as-defined: … the body has a member that the template does not send',
  ],
  [
    'members of an older template',
    requested({ body: leadBody(1, { score: undefined }) }),
    'captured-as-defined: … the body lacks /score, which the template sends',
  ],
  [
    'nothing but an object',
    requested({ body: '{}' }),
    'captured-as-defined: … the body lacks /marketoId, /email, /firstName and 5 more, which the template sends',
  ],
  ['a refusal', answered(500, MARKER), 'endpoint-accepts: … the endpoint answers with status 500'],
  ['an empty answer', answered(200, ''), 'response-parses: … the endpoint answers without a body'],
])('%s is told, without a value', async (_what, change, told) => {
  expect(await findings(change)).toEqual([told.replace('…', 'in 1 of 1 captured requests,')])
})

test('the same wrong is told once, with how often it came and where first', async () => {
  const wrong = requested({ body: leadBody(1, { score: 'x' }) })
  const calls = [{}, wrong, {}, wrong].map((change, nth) => ({
    ...CALL,
    id: `r1-${nth}`,
    ...change,
  }))
  const { diagnostics, requests } = await judgeCaptures(subject, calls)
  expect(requests).toBe(4)
  expect(diagnostics.map(({ message, label }) => `${message}; ${label}`)).toEqual([
    'in 2 of 4 captured requests, /score must be integer; the first of them is r1-1',
  ])
})

test.each<readonly [string, Partial<CapturedCall>, number]>([
  [
    'that reached it',
    { webhook: { program: 'lead-sync', environment: 'sandbox-emea', id: webhook.id } },
    1,
  ],
  [
    'of another environment',
    { webhook: { program: 'lead-sync', environment: 'prod-emea', id: webhook.id } },
    0,
  ],
  ['to its path, where nobody has said whose it is', {}, 1],
  ['to another path', requested({ url: '/v2' }), 0],
])('a request %s is one of its own: %s', (_what, change, count) => {
  expect(callsOf(subject, [{ ...CALL, ...change }])).toHaveLength(count)
})

test.each(EXAMPLES)(
  'what Marketo would send for %s in %s is as defined',
  async (id, environment) => {
    const own = exampleProgram(id, environment)
    for (const each of own.webhooks) {
      const situation = fixtureSituation(each, own.program, {
        'lead.id': 7,
        'lead.email address': 'jane@example.com',
      })
      const built = buildRequest(each, situation, {
        assumptions: usualAssumptions(),
        secretOf: () => MASKED_SECRET,
      })
      if (built.status === 'refused') throw new Error(built.reason)
      const { diagnostics } = await judgeCaptures({ compiled: own, webhook: each }, [
        { ...CALL, request: built.request },
      ])
      expect(diagnostics.map(({ message }) => message)).toEqual([])
    }
  },
)

test('a request is sent again to another endpoint, with its secret and without what its connection added', () => {
  const request = {
    ...CALL.request,
    url: '/v1/leads?source=a%20b',
    headers: [
      ...CALL.request.headers,
      ['Host', 'crm.example.com'],
      ['Content-Length', '7'],
      ['Cookie', MASKED_SECRET],
      ['X-Case', 'Kept'],
    ] as const,
  }
  const replaying = { endpoint: 'http://127.0.0.1:8080', secretOf: () => 'k' }
  expect(replayedRequest(webhook, { request }, replaying)).toEqual({
    ...request,
    url: 'http://127.0.0.1:8080/v1/leads?source=a%20b',
    headers: [
      ['content-type', 'application/json'],
      ['authorization', 'Bearer k'],
      ['X-Case', 'Kept'],
    ],
  })
})
