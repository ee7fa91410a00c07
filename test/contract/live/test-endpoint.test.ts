import { expect, test } from 'vitest'
import { makeReceiver } from '../../../src/receiver/make-receiver.ts'
import type { Answer } from '../../../src/emulate/answer.ts'
import type { ServerBehavior } from '../../../src/host/server.ts'
import { EXAMPLES, exampleProgram } from '../../support/example-programs.ts'
import { spoiledProgram } from '../../support/spoiled-program.ts'
import {
  answer,
  findings,
  resultOf,
  SECRET,
  SUCCESS,
  tryEndpoint,
  unless,
  type SentLead,
} from './try-endpoint.ts'

const NOT_READY: Readonly<Record<string, readonly [Answer, string]>> = {
  'wants other secrets': [
    answer(401),
    'it does not accept the secrets that were sent (status 401)',
  ],
  'lets nobody in': [answer(403), 'it does not let us in (status 403)'],
  'is elsewhere': [answer(404), 'there is nothing at that path (status 404)'],
  redirects: [
    answer(301, '', [['Location', 'https://example.com/']]),
    'it redirects (status 301), and redirects are not followed: give the address that it leads to',
  ],
  'is broken': [answer(503), 'it fails even for the plainest lead (status 503)'],
  'closes connections': [{ kind: 'reset' }, 'the connection was closed'],
  'never answers': [{ kind: 'hang' }, 'it does not answer within 30 seconds'],
  'is always busy': [answer(429), 'it asks to be called later, again and again'],
}

test.each(EXAMPLES)(
  'a sound endpoint of %s in %s has nothing to be said about',
  async (id, env) => {
    const compiled = exampleProgram(id, env)
    const [webhook] = compiled.webhooks
    if (webhook === undefined) throw new Error(id)
    const receive = makeReceiver(webhook)
    const tried = await tryEndpoint((request) => receive(request), { compiled, runs: 400 })
    const { target, leads, failures, checks } = resultOf(tried)
    const noKey = failures.filter(({ severity }) => severity === 'error')
    expect(noKey).toEqual([])
    expect({ target, leads }).toEqual({ target: 'endpoint', leads: 400 })
    const passed = checks.find(({ check }) => check === 'mapped-value-fits-field')
    expect(passed).toMatchObject({ passed: 400, failed: 0 })
  },
)

test.each(Object.entries(NOT_READY))(
  'an endpoint that %s is not ready, and is left alone',
  async (_name, [told, reason]) => {
    const { test: ended, calls } = await tryEndpoint(() => told)
    expect(ended).toEqual({ status: 'not-ready', reason })
    expect(calls.length).toBeLessThanOrEqual(5)
    expect(calls.every(({ purpose, path }) => purpose === 'preflight' && path === 'plain')).toBe(
      true,
    )
  },
)

test.each([400, 409, 422, 405])(
  'an endpoint that refuses the plainest lead with %i gets one finding and no more calls',
  async (status) => {
    const tried = await tryEndpoint(() => answer(status))
    expect(findings(tried)).toEqual([
      `error endpoint-accepts: for every lead, the endpoint answers with status ${status}`,
    ])
    expect(tried.calls).toHaveLength(1)
  },
)

const when =
  (isMeant: (lead: SentLead) => boolean, told: Answer) =>
  (lead: SentLead): Answer | undefined =>
    isMeant(lead) ? told : undefined

const hasQuote = ({ firstName }: SentLead): boolean => firstName.includes('"')

const FAULTS: Readonly<Record<string, readonly [Answer, readonly string[]]>> = {
  'refuses it': [answer(422), ['error endpoint-accepts: the endpoint answers with status 422']],
  'fails on it': [answer(500), ['error endpoint-accepts: the endpoint answers with status 500']],
  'redirects it': [answer(302), ['error endpoint-accepts: the endpoint answers with status 302']],
  'refuses it within a 200': [
    answer(200, { status: 'error', externalId: '' }),
    [
      'error endpoint-accepts: the endpoint answers with a 2xx in which "status" does not stand for success',
    ],
  ],
  'closes the connection': [
    { kind: 'reset' },
    ['error endpoint-accepts: the endpoint gives no whole answer: the connection was closed'],
  ],
  'never answers it': [
    { kind: 'hang' },
    ['error answers-in-time: the endpoint does not answer within 30 seconds'],
  ],
  'answers without a body': [
    answer(200, ''),
    ['error response-parses: the endpoint answers without a body'],
  ],
  'answers with a page': [
    answer(200, '<html></html>'),
    ['error response-parses: the answer is not JSON'],
  ],
  'leaves a member out': [
    answer(200, { status: 'success' }),
    [
      'error response-matches-schema: the answer breaks its schema: the answer lacks the member "externalId"',
    ],
  ],
  'answers with a number': [
    answer(200, { status: 'success', externalId: 17 }),
    ['error response-matches-schema: the answer breaks its schema: /externalId must be string'],
  ],
  'answers with an empty text': [
    answer(200, { status: 'success', externalId: '' }),
    ['error mapping-resolves: "externalId" gives nothing to write: an empty text'],
  ],
}

test.each(Object.entries(FAULTS))(
  'of an endpoint that %s, the smallest lead is shown',
  async (_name, [told, expected]) => {
    const tried = await tryEndpoint(unless(when(hasQuote, told)))
    expect(findings(tried)).toEqual(
      expected.map((text) => text.replace(': ', ': when {{lead.First Name}} is "\\"", ')),
    )
    const [failure] = resultOf(tried).failures
    expect(failure?.counterexample).toMatchObject({
      lead: { 'lead.First Name': '"' },
      request: expect.stringContaining('POST http://127.0.0.1:40000/v1/leads'),
      replay: expect.stringMatching(
        /^hookbook test lead-sync --env sandbox-emea --webhook crm-lead-sync --seed 1 --path token\/2\/[\w-]+\/\d+ --endpoint http:\/\/127\.0\.0\.1:40000$/,
      ),
      curl: expect.stringContaining('"$CRM_SYNC_KEY"'),
    })
  },
)

test('a text is made as small as the endpoint needs it to fail', async () => {
  const isLong = ({ company }: SentLead): boolean => company.length > 90
  const [found] = resultOf(await tryEndpoint(unless(when(isLong, answer(500))))).failures
  const value = found?.counterexample?.lead['company.Company Name']
  expect(String(value).length).toBeGreaterThan(90)
  expect(String(value).length).toBeLessThan(110)
})

test('two tokens are blamed together where neither fails alone', async () => {
  const areBoth = ({ firstName, lastName }: SentLead): boolean =>
    firstName.includes('&') && lastName !== 'a'
  const tried = await tryEndpoint(unless(when(areBoth, answer(500))))
  const named = resultOf(tried).failures.map(({ counterexample }) =>
    Object.keys(counterexample?.lead ?? {}),
  )
  expect(named).toContainEqual(['lead.First Name', 'lead.Last Name'])
  expect(named.length).toBeLessThanOrEqual(3)
})

test('a lead is replayed alone, after the plain one', async () => {
  const tried = await tryEndpoint(unless(when(hasQuote, answer(422))), { path: 'token/2/quotes/0' })
  expect(findings(tried)).toHaveLength(1)
  expect(tried.calls.filter(({ purpose }) => purpose === 'lead')).toHaveLength(0)
  expect((await tryEndpoint(() => SUCCESS, { path: 'no/where' })).test.status).toBe('no-such-path')
})

test('an answer that is another one when asked again is a warning, not a failure', async () => {
  const seen = new Set<string>()
  const onlyOnce = (lead: SentLead): Answer | undefined => {
    const isNew = hasQuote(lead) && !seen.has(JSON.stringify(lead))
    seen.add(JSON.stringify(lead))
    return isNew ? answer(500) : undefined
  }
  const [first, ...others] = findings(await tryEndpoint(unless(onlyOnce)))
  expect(first).toMatch(
    /^warning endpoint-accepts: when .*status 500, and not when it is sent again$/,
  )
  expect(others).toEqual([])
})

test('leads that fail the static checks are not sent', async () => {
  const compiled = spoiledProgram(['{{lead.First Name}},', '"{{lead.First Name}}",'])
  const tried = await tryEndpoint(() => SUCCESS, { compiled })
  expect(tried.calls).toEqual([])
  expect(findings(tried)[0]).toContain('body-parses')
})

test('every lead is a person of their own, whom no record can be', async () => {
  const ids = new Set<number>()
  let count = 0
  await tryEndpoint(
    unless(({ marketoId }) => {
      ids.add(marketoId)
      count += 1
      return undefined
    }),
    { runs: 300 },
  )
  expect(count).toBeGreaterThan(300)
  expect(ids.size).toBeGreaterThan(290)
  expect([...ids].filter((id) => id >= 900_000_000).length).toBeGreaterThan(280)
})

test('without a request schema a refusal is a warning, and without a word on success it is none', async () => {
  const compiled = spoiledProgram([
    '    request: {$ref: "../../schemas/crm-lead.request.schema.json"}\n',
    '',
  ])
  const tried = await tryEndpoint(unless(when(hasQuote, answer(422))), { compiled })
  expect(findings(tried)).toEqual([
    'warning endpoint-accepts: when {{lead.First Name}} is "\\"", the endpoint answers with status 422',
  ])
})

test('nothing that an endpoint says is repeated, nor a secret', async () => {
  const said = 'Jane-the-planted-lead'
  const echo: ServerBehavior = ({ body, headers }) => {
    const secret = headers.find(([name]) => name === 'Authorization')?.[1] ?? ''
    const told = { [said]: said, secret, body, status: said, externalId: { [said]: 1 } }
    return {
      kind: 'respond',
      status: hasQuote(JSON.parse(body ?? '')) ? 422 : 200,
      reason: `${said} ${secret}`,
      headers: [
        ['Content-Type', `application/${said} ${secret}`],
        [said, secret],
      ],
      body: JSON.stringify({ ...told, status: 'success' }),
    }
  }
  const tried = await tryEndpoint(echo, { runs: 300 })
  const printed = JSON.stringify([resultOf(tried), tried.calls])
  expect(resultOf(tried).failures.length).toBeGreaterThan(0)
  expect(printed).not.toContain(said)
  expect(printed).not.toContain(SECRET)
  expect(printed).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 12))
})
