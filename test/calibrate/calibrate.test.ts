import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate } from '../../src/calibrate/calibrate.ts'
import type { Observation } from '../../src/calibrate/observation.ts'
import { openProbe } from '../../src/calibrate/open-probe.ts'
import { PROBE_ANSWER } from '../../src/calibrate/probe-files.ts'
import { PROBE_PLACES } from '../../src/calibrate/probe-places.ts'
import { PROBE_SITUATIONS } from '../../src/calibrate/read-probe.ts'
import type { CapturedCall } from '../../src/capture/captured-call.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { buildRequest } from '../../src/emulate/build-request.ts'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../../src/marketo/assumptions/assumption.ts'
import { successReply } from '../../src/receiver/service/success-reply.ts'

const { webhooks } = openProbe('https://probe.example.com').compiled

function render(id: string, world: AssumptionSet, situation = PROBE_SITUATIONS[0]): HttpRequest {
  const webhook = webhooks.find((each) => each.id === id)
  if (webhook === undefined) throw new Error(`no ${id}`)
  const built = buildRequest(webhook, situation ?? new Map(), {
    assumptions: world,
    secretOf: () => '',
  })
  if (built.status === 'refused') throw new Error(built.reason)
  return built.request
}

function captured(request: HttpRequest, id = 'c1'): CapturedCall {
  const url = request.url.replace('https://probe.example.com', '')
  return { version: 1, id, at: 1_793_697_600_000, request: { ...request, url } }
}

function proven(observations: readonly Observation[]): AssumptionSet {
  return Object.fromEntries(
    observations.flatMap((each) =>
      each.status === 'proven' ? [[each.assumption, each.value] as const] : [],
    ),
  )
}

function only(world: AssumptionSet, ids: readonly string[]): AssumptionSet {
  return Object.fromEntries(ids.map((id) => [id, world[id] ?? '']))
}

/** Every world that can change what a probe sends: emulators with hidden, different behaviour. */
const WORLDS = (id: string): readonly AssumptionSet[] =>
  assumptionSets(sentAssumptions(webhooks.find((each) => each.id === id) ?? fail()), {})

function fail(): never {
  throw new Error('no such probe')
}

test.each(['probe-json', 'probe-form'])(
  'one capture of %s recovers every hidden world, and claims nothing else',
  (id) => {
    const subjects = PROBE_PLACES.filter(({ webhook }) => webhook === id).map(
      (each) => each.subject,
    )
    const worlds = WORLDS(id)
    expect(worlds.length).toBeGreaterThan(10)
    for (const world of worlds) {
      const { observations } = calibrate([captured(render(id, world))], {})
      expect(proven(observations)).toEqual(only(world, subjects))
    }
  },
  120_000,
)

const JSON_WORLDS = WORLDS('probe-json')
const FORM_WORLDS = WORLDS('probe-form')

function answeredCall(body: string): CapturedCall {
  const answer = { status: 200, reason: 'OK', headers: [], body }
  return { ...captured(render('probe-answer', JSON_WORLDS[0] ?? {}), 'c3'), answer }
}

test('both probes in one file recover a hidden world whole, whatever it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...JSON_WORLDS), fc.constantFrom(...FORM_WORLDS), (json, form) => {
      const shared = { ...form, ...json, 'form-space': form['form-space'] ?? '' }
      const world = {
        ...shared,
        'encoding-in-url': form['encoding-in-url'] ?? '',
        'encoding-in-headers': form['encoding-in-headers'] ?? '',
      }
      const calls = [
        captured(render('probe-json', world)),
        captured(render('probe-form', world), 'c2'),
      ]
      const ids = PROBE_PLACES.map(({ subject }) => subject)
      expect(proven(calibrate(calls, {}).observations)).toEqual(only(world, ids))
    }),
    { numRuns: 60 },
  )
}, 60_000)

/** One character put in, left out or replaced. */
const MUTATION = fc.record({
  at: fc.nat(400),
  length: fc.constantFrom(0, 1),
  text: fc.constantFrom('', ' ', '"', '\\', '+', '%', '0', 'e', '&', ';', '\n', ','),
})

test.each(['probe-json', 'probe-form'])(
  'a changed capture of %s never leads to a wrong pin',
  (id) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORLDS(id)),
        MUTATION,
        fc.boolean(),
        (world, change, inUrl) => {
          const request = render(id, world)
          const mutate = (text: string): string => {
            const at = change.at % (text.length + 1)
            return text.slice(0, at) + change.text + text.slice(at + change.length)
          }
          const mutated = inUrl
            ? { ...request, url: mutate(request.url) }
            : { ...request, body: mutate(request.body ?? '') }
          const { observations } = calibrate([captured(mutated)], {})
          const claims = proven(observations)
          expect(claims).toEqual(only(world, Object.keys(claims)))
        },
      ),
      { numRuns: 150 },
    )
  },
  60_000,
)

test('what is none of the known values is a surprise, and the rest is proven all the same', () => {
  const [world = {}] = JSON_WORLDS
  const request = render('probe-json', world)
  const body = request.body?.replace('"boolean": true', '"boolean": 1') ?? ''
  const { observations } = calibrate([captured({ ...request, body })], {})
  const surprises = observations.filter(({ status }) => status === 'surprise')
  expect(surprises).toEqual([{ status: 'surprise', assumption: 'boolean-under-json', seen: '1' }])
  expect(Object.keys(proven(observations))).toHaveLength(7)
})

test('a record that keeps line breaks of two characters shows the same', () => {
  for (const world of JSON_WORLDS.filter((_, nth) => nth % 17 === 0)) {
    const { observations } = calibrate(
      [captured(render('probe-json', world, PROBE_SITUATIONS[1]))],
      {},
    )
    expect(proven(observations)['line-breaks']).toBe(world['line-breaks'])
  }
})

test.each([
  ['one two', 'line-breaks'],
  ['xy', 'astral'],
  ['Muller', 'json-escapes'],
])('a person who typed %s by mistake is a surprise, and no proof of %s', (typed, id) => {
  const keys: Record<string, string> = {
    'line-breaks': 'lead.address',
    astral: 'lead.city',
    'json-escapes': 'lead.last name',
  }
  const situation = new Map([...(PROBE_SITUATIONS[0] ?? []), [keys[id] ?? '', typed]])
  const { observations } = calibrate(
    [captured(render('probe-json', JSON_WORLDS[0] ?? {}, situation))],
    {},
  )
  expect(observations.find(({ assumption }) => assumption === id)?.status).toBe('surprise')
})

test('two calls that show different values contradict each other', () => {
  const [world = {}] = JSON_WORLDS
  const other = { ...world, 'boolean-under-json': 'quoted' }
  const calls = [captured(render('probe-json', world)), captured(render('probe-json', other), 'c2')]
  const { observations } = calibrate(calls, {})
  expect(observations.filter(({ status }) => status === 'contradiction')).toEqual([
    { status: 'contradiction', assumption: 'boolean-under-json', values: ['bare', 'quoted'] },
  ])
})

test('a place that only makes sense in a world which another place denies proves nothing', () => {
  const [json = {}] = JSON_WORLDS
  const [form = {}] = FORM_WORLDS
  const encoded = { ...form, 'html-encoding': 'on' }
  const calls = [
    captured(render('probe-json', json)),
    captured(render('probe-form', encoded), 'c2'),
  ]
  const { observations } = calibrate(calls, {})
  const strange = observations.flatMap((each) =>
    each.status === 'contradiction' ? [each.assumption] : [],
  )
  expect(strange).toEqual(['encoding-in-headers', 'encoding-in-url', 'html-encoding'])
})

test('a template that was typed otherwise proves nothing, and is told', () => {
  const request = render('probe-json', JSON_WORLDS[0] ?? {})
  const { observations, told } = calibrate(
    [captured({ ...request, body: request.body?.replace('"html"', '"name"') })],
    {},
  )
  expect(proven(observations)).toEqual({})
  expect(told.join('')).toContain('is not what was printed')
})

test('what was read in the record counts only with the answer that was given', () => {
  const readBack = { 'mapping-null': 'ignored', 'mapping-coerce': 'other' }
  const answered = calibrate([answeredCall(JSON.stringify(PROBE_ANSWER))], readBack).observations
  expect(proven(answered)).toEqual({ 'mapping-null': 'ignored' })
  expect(answered).toContainEqual({
    status: 'surprise',
    assumption: 'mapping-coerce',
    seen: 'other',
  })
  expect(proven(calibrate([answeredCall('{}')], readBack).observations)).toEqual({})
})

test('requests that are no probe are counted, and nothing is read into them', () => {
  const request = { method: 'POST', url: '/v1/leads', headers: [], body: '{"html": "x"}' }
  const { observations, told } = calibrate([captured(request)], {})
  expect(proven(observations)).toEqual({})
  expect(told).toEqual(['Of the captured requests 1 did not come to a probe.'])
})

test('the endpoint that serves the probe gives the very answer that is asked about', () => {
  const webhook = webhooks.find(({ id }) => id === 'probe-answer') ?? fail()
  const { body } = successReply(webhook, 'call-1')
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  expect(JSON.parse(text)).toEqual(PROBE_ANSWER)
})
