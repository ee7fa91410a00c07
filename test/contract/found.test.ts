import { expect, test } from 'vitest'
import type { FoundCase } from '../../src/model/found-case.ts'
import { testText, type Definition } from './test-text.ts'

const SCHEMA = { type: 'object', required: ['id', 'first'] }

const SOUND: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}, "first": {{lead.First Name}}, "last": {{lead.Last Name}}}',
  schema: SCHEMA,
}

const SPOILED: Definition = {
  ...SOUND,
  encoding: 'None',
  template: '{"id": {{lead.Id}}, "first": "{{lead.First Name}}", "last": "{{lead.Last Name}}"}',
}

const CASES = (await testText(SPOILED)).cases ?? []

test('a case holds the smallest lead, the masked request and where it arose', async () => {
  const spoiled = { ...SPOILED, headers: { Authorization: 'Bearer 0123456789abcdef' } }
  const [found] = (await testText(spoiled)).cases ?? []
  expect(found?.lead).toEqual({ 'lead.First Name': '\\' })
  expect(found?.request).toEqual({
    method: 'POST',
    url: 'https://example.com/',
    headers: ['Content-Type: application/json', 'Authorization: …'],
    body: '{"id": 1, "first": "\\", "last": ""}',
  })
  expect(found?.context).toMatchObject({ program: 'p', environment: 'prod', webhook: 'w' })
  expect(found?.verdict).toBe('when {{lead.First Name}} is "\\\\", the body is not JSON')
})

test('found cases are the first leads, and tell their failures alone', async () => {
  const before = await testText(SPOILED)
  const after = await testText(SPOILED, { found: CASES })
  expect(CASES.length).toBeGreaterThan(1)
  expect(after.leads).toBe(before.leads + CASES.length)
  expect(after.failures.map(({ message }) => message)).toEqual(
    before.failures.map(({ message }) => message),
  )
  expect(after.replayed.map(({ verdict }) => verdict)).toEqual(CASES.map(() => 'fails'))
})

test('a case of a mended definition passes, and is counted as a lead', async () => {
  const result = await testText(SOUND, { found: CASES })
  expect(result.failures).toEqual([])
  expect(result.replayed).toEqual(
    CASES.map(({ id }) => ({ id, status: 'open', verdict: 'passes' })),
  )
})

test('a case passes when its own cause is mended, whatever else its lead fails', async () => {
  const asked = { type: 'object', properties: { last: { type: 'string', minLength: 1 } } }
  const { replayed, failures } = await testText({ ...SOUND, schema: asked }, { found: CASES })
  expect(replayed.map(({ verdict }) => verdict)).toEqual(CASES.map(() => 'passes'))
  expect(failures.map(({ rule }) => rule)).toContain('body-matches-schema')
})

test('a case is replayed alone by its path', async () => {
  const [found] = CASES
  const result = await testText(SPOILED, { found: CASES, path: `found/${found?.id ?? ''}` })
  expect(result.leads).toBe(1)
  expect(result.replayed.map(({ id }) => id)).toEqual([found?.id])
  expect(result.failures.length).toBeGreaterThan(0)
})

test('the first part of a divided run replays for all', async () => {
  const whole = await testText(SPOILED, { found: CASES })
  const parts = await Promise.all(
    [1, 2, 3].map((index) => testText(SPOILED, { found: CASES, shard: { index, count: 3 } })),
  )
  expect(parts.map(({ replayed }) => replayed.length)).toEqual([CASES.length, 0, 0])
  expect(parts.reduce((sum, { leads }) => sum + leads, 0)).toBe(whole.leads)
})

test.each([
  [
    'a token that is gone',
    SOUND,
    { token: 'lead.Middle Name' },
    'the token "lead.Middle Name" of "w"',
  ],
  ['a cause that nobody knows', SOUND, { cause: 'magic' }, 'the cause "magic"'],
  [
    'a schema that is gone',
    { ...SOUND, schema: { type: 'nonsense' } },
    { cause: 'schema', check: 'body-matches-schema' },
    'a request schema of "w"',
  ],
])(
  'a case of %s is stale, and neither passes nor fails',
  async (_name, definition, change, missing) => {
    const [found] = CASES
    if (found === undefined) throw new Error('nothing was found')
    const changed: FoundCase = { ...found, context: { ...found.context, ...change } }
    const { replayed } = await testText(definition, { found: [changed] })
    expect(replayed).toEqual([{ id: found.id, status: 'open', verdict: 'stale', missing }])
  },
)

test('a case whose check is not asked is not replayed', async () => {
  const { replayed } = await testText(SOUND, { found: CASES, only: ['url-is-fixed'] })
  expect(replayed).toEqual([])
})

test('a value of a case is data: tokens in it are not replaced', async () => {
  const [found] = CASES
  if (found === undefined) throw new Error('nothing was found')
  const hostile = { ...found, lead: { 'lead.First Name': '{{lead.Id}}${secret}$(id)"' } }
  const { failures } = await testText(SPOILED, { found: [hostile], path: `found/${found.id}` })
  expect(JSON.stringify(failures)).not.toContain('hookbook-secret')
  expect(failures).toHaveLength(1)
})
