import { expect, test } from 'vitest'
import type { Answer } from '../../../src/emulate/answer.ts'
import { answer, findings, resultOf, SUCCESS, tryEndpoint, unless } from './try-endpoint.ts'

function busy(retryAfter?: string): Answer {
  return answer(429, '', retryAfter === undefined ? [] : [['Retry-After', retryAfter]])
}

test('an endpoint that is busy now and then is waited for, and every lead is judged', async () => {
  const isBusy = (_lead: unknown, call: number): Answer | undefined =>
    call % 50 === 7 ? busy('2') : undefined
  const tried = await tryEndpoint(unless(isBusy), { runs: 200 })
  expect(findings(tried)).toEqual([])
  expect(resultOf(tried)).toMatchObject({ leads: 200 })
  expect(resultOf(tried).unknown).toBeUndefined()
  const putOff = tried.calls.filter(({ outcome }) => outcome === 'busy')
  expect(putOff.length).toBeGreaterThan(3)
  expect(tried.milliseconds).toBeGreaterThanOrEqual(2_000 * putOff.length)
})

test('a 503 that says when to come back is busy, another one has failed', async () => {
  const after = (told: Answer) => (_lead: unknown, call: number) =>
    call === 100 ? told : undefined
  const polite = await tryEndpoint(unless(after(answer(503, '', [['Retry-After', '1']]))), {
    runs: 200,
  })
  expect(findings(polite)).toEqual([])
  const rude = await tryEndpoint(unless(after(answer(503))), { runs: 200 })
  expect(findings(rude)[0]).toContain('answers with status 503')
})

test('of an endpoint that is busy for good, nobody waits for the rest, and nothing is claimed', async () => {
  const isBusy = (_lead: unknown, call: number): Answer | undefined =>
    call > 60 ? busy() : undefined
  const tried = await tryEndpoint(unless(isBusy), { runs: 1000 })
  const { leads, unknown = 0, failures } = resultOf(tried)
  expect(leads).toBe(60)
  expect(leads + unknown).toBe(1000)
  expect(failures.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'warning verdict-known',
  ])
  expect(findings(tried)[0]).toBe(
    'warning verdict-known: nothing is known about 940 of 1,000 leads: the endpoint asks to be called later (429 or 503) however often it is asked',
  )
  expect(tried.calls.length).toBeLessThan(300)
})

test('nobody waits for an endpoint that asks for an hour', async () => {
  const isBusy = (_lead: unknown, call: number): Answer | undefined =>
    call > 60 ? busy('3600') : undefined
  const tried = await tryEndpoint(unless(isBusy), { runs: 1000 })
  expect(resultOf(tried).unknown).toBe(940)
  expect(tried.milliseconds).toBeLessThan(120_000)
})

test.each([['reset'], ['hang']] as const)(
  'an endpoint that is gone (%s) is no failure of the leads that it did not see',
  async (kind) => {
    const isGone = (_lead: unknown, call: number): Answer | undefined =>
      call > 60 ? { kind } : undefined
    const tried = await tryEndpoint(unless(isGone), { runs: 1000 })
    const { leads, unknown = 0, failures } = resultOf(tried)
    expect(leads + unknown).toBe(1000)
    expect(failures.map(({ rule }) => rule)).toEqual(['verdict-known'])
    expect(failures[0]?.message).toContain('stopped answering')
    expect(tried.calls.length).toBeLessThan(150)
  },
)

test('many leads in a row that are not answered do not end a run while others are', async () => {
  const isMeant = (lead: { readonly company: string }): Answer | undefined =>
    lead.company !== 'a' ? { kind: 'reset' } : undefined
  const tried = await tryEndpoint(unless(isMeant), { runs: 1000 })
  expect(resultOf(tried).unknown).toBeUndefined()
  expect(resultOf(tried).leads).toBe(1000)
  const tokens = resultOf(tried).failures.flatMap(({ counterexample }) =>
    Object.keys(counterexample?.lead ?? {}),
  )
  expect(new Set(tokens)).toEqual(new Set(['company.Company Name']))
})

test('a run that is interrupted says what it knows, and how much it does not', async () => {
  const tried = await tryEndpoint(() => SUCCESS, { runs: 1000, interruptAt: 300 })
  if (tried.test.status !== 'tested') throw new Error(tried.test.status)
  const { counts, result } = tried.test
  expect(counts.isInterrupted).toBe(true)
  expect(counts.sent + counts.unknown).toBe(1000)
  expect(counts.sent).toBeGreaterThan(250)
  expect(result.failures.map(({ rule }) => rule)).toEqual(['verdict-known'])
  expect(tried.calls.length).toBeLessThanOrEqual(300)
})

test('a rate is kept to, whatever the width', async () => {
  const { milliseconds } = await tryEndpoint(() => SUCCESS, { runs: 200, perSecond: 10 })
  expect(milliseconds).toBeGreaterThan(19_000)
  expect(milliseconds).toBeLessThan(22_000)
})
