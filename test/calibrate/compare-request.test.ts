import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRequest } from '../../src/calibrate/compare/compare-request.ts'
import type { Comparison } from '../../src/calibrate/compare/comparison.ts'
import { compileText } from '../../src/compile/compile-text.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import type { CompiledWebhook } from '../../src/compile/compiled-program.ts'
import { buildRequest } from '../../src/emulate/build-request.ts'
import type { HttpRequest, Situation } from '../../src/emulate/call.ts'
import { firstDifferentByte } from '../../src/emulate/first-different-byte.ts'
import { fixtureSituation } from '../../src/emulate/fixture-situation.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../../src/marketo/assumptions/assumption.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { tokenContents } from '../../src/model/available-fields.ts'
import { EXAMPLES, exampleProgram, exampleWorkspace } from '../support/example-programs.ts'

const { leads } = exampleWorkspace()
const CASES = EXAMPLES.flatMap(([id, environment]) =>
  exampleProgram(id, environment).webhooks.map((webhook) => {
    const { program } = exampleProgram(id, environment)
    return { webhook, program, worlds: assumptionSets(sentAssumptions(webhook), {}) }
  }),
)
const ANY_CASE = fc.constantFrom(...CASES).chain(({ webhook, program, worlds }) =>
  fc.record({
    webhook: fc.constant(webhook),
    situation: fc.constantFrom(
      ...leads.map(({ values }) => fixtureSituation(webhook, program, values)),
    ),
    world: fc.constantFrom(...worlds),
  }),
)

function sent(webhook: CompiledWebhook, situation: Situation, world: AssumptionSet): HttpRequest {
  const built = buildRequest(webhook, situation, {
    assumptions: { ...usualAssumptions(), ...world },
    secretOf: () => '(secret)',
  })
  if (built.status === 'refused') throw new Error(built.reason)
  return built.request
}

function atServe(request: HttpRequest): HttpRequest {
  return {
    ...request,
    url: request.url.replace(/^https:\/\/[^/]*/, ''),
    headers: [['host', '127.0.0.1'], ...request.headers, ['content-length', '1']],
  }
}

function worldOf(values: readonly string[]): AssumptionSet {
  return Object.fromEntries(values.map((each) => each.split(': ') as [string, string]))
}

test('whatever the hidden world, a request is the same, or a world explains it that sends these bytes', () => {
  fc.assert(
    fc.property(ANY_CASE, ({ webhook, situation, world }) => {
      const request = sent(webhook, situation, world)
      const isUsual = firstDifferentByte(sent(webhook, situation, {}), request) === undefined
      const known = compareRequest(webhook, atServe(request), { pinned: {}, known: situation })
      expect(known.status).toBe(isUsual ? 'same' : 'explained')
      if (known.status === 'explained') {
        expect(known.by.length).toBeGreaterThan(0)
        for (const ways of known.by)
          expect(sent(webhook, situation, worldOf(ways))).toEqual(request)
      }
      if (known.status === 'same') expect(worldOf(known.shows)).toEqual(subset(world, known.shows))
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('without knowing the lead a hidden world never goes unexplained, and nothing false is shown', () => {
  fc.assert(
    fc.property(ANY_CASE, ({ webhook, situation, world }) => {
      const request = atServe(sent(webhook, situation, world))
      const found = compareRequest(webhook, request, { pinned: {}, known: new Map() })
      expect(found.status).not.toBe('unexplained')
      if (found.status === 'same') expect(worldOf(found.shows)).toEqual(subset(world, found.shows))
    }),
    { numRuns: 60 },
  )
}, 120_000)

function subset(world: AssumptionSet, shown: readonly string[]): AssumptionSet {
  return Object.fromEntries(Object.keys(worldOf(shown)).map((id) => [id, world[id] ?? '']))
}

const [webhook] = exampleProgram('lead-sync', 'prod-emea').webhooks
if (webhook === undefined) throw new Error('no webhook')
const own = webhook
const { program } = exampleProgram('lead-sync', 'prod-emea')
const plain = fixtureSituation(
  own,
  program,
  leads.find(({ name }) => name === 'plain')?.values ?? {},
)
const request = atServe(sent(own, plain, {}))

function compare(changed: Partial<HttpRequest>): Comparison {
  return compareRequest(own, { ...request, ...changed }, { pinned: {}, known: new Map() })
}

test('a key that is spelled otherwise is found where it begins to differ', () => {
  const body = request.body?.replace('"lastName"', '"surname"') ?? ''
  const found = compare({ body })
  expect(found).toMatchObject({
    status: 'unexplained',
    at: {
      part: 'the body',
      byte: body.indexOf('surname'),
      line: 5,
      column: 4,
      expected: 'l',
      found: 's',
      token: undefined,
    },
    world: [],
  })
})

test('a value that no field of its type holds is told with its token', () => {
  const body = request.body?.replace('"score": 72', '"score": "72"') ?? ''
  const found = compare({ body })
  expect(found).toMatchObject({ status: 'unexplained', at: { expected: '7', found: '"' } })
  expect(found.status === 'unexplained' ? found.at.token?.key : '').toBe('lead.lead score')
})

test.each([
  [{ method: 'PUT' }, 'the method'],
  [{ url: '/v2/leads' }, 'the URL'],
  [
    { headers: request.headers.filter(([name]) => name !== 'Content-Type') },
    'the header content-type',
  ],
  [
    { headers: request.headers.filter(([name]) => name !== 'Authorization') },
    'the header authorization',
  ],
  [{ body: `${request.body ?? ''} ` }, 'the body'],
  [{ body: '' }, 'the body'],
])('nothing explains %j', (changed, part) => {
  expect(compare(changed)).toMatchObject({ status: 'unexplained', at: { part } })
})

test('a pin that is wrong is told as the value that explains the request', () => {
  const situation = new Map([...plain, ['lead.first name', 'José']])
  const escaped = atServe(sent(own, situation, { 'json-escapes': 'ascii' }))
  const pinned = { 'json-escapes': 'minimal' }
  const found = compareRequest(own, escaped, { pinned, known: new Map() })
  expect(found).toMatchObject({
    status: 'explained',
    by: [['json-escapes: ascii']],
    at: { expected: 'é', found: '\\' },
  })
})

test('a token that stands twice shows the same twice', () => {
  const twice = '{"a": {{lead.First Name}}, "b": {{lead.First Name}}}'
  const contents = tokenContents(program)
  const text = { value: twice, at: own.at, pieces: [] }
  const doubled = {
    ...own,
    id: 'twice',
    template: compileText(text, contents),
    typedTemplate: twice,
  }
  const of = (body: string): Comparison =>
    compareRequest(doubled, { ...request, body }, { pinned: {}, known: new Map() })
  expect(of('{"a": "x", "b": "x"}').status).toBe('same')
  expect(of('{"a": "x", "b": "y"}')).toMatchObject({
    status: 'unexplained',
    at: { byte: 17, expected: 'x', found: 'y' },
  })
})
