import { expect, test } from 'vitest'
import type { ContractResult } from '../../src/contract/contract-result.ts'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { testText, type Definition } from './test-text.ts'

const SCHEMA = {
  type: 'object',
  required: ['id', 'first', 'score'],
  additionalProperties: false,
  properties: { id: { type: 'integer' }, first: { type: 'string' }, score: { type: 'integer' } },
}

const FORM_SCHEMA = {
  type: 'object',
  required: ['id', 'first'],
  additionalProperties: false,
  properties: { id: { type: 'string' }, first: { type: 'string' } },
}

const JSON_TEMPLATE =
  '{"id": {{lead.Id}}, "first": {{lead.First Name}}, "score": {{lead.Lead Score:default=0}}}'

const SOUND: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: JSON_TEMPLATE,
  schema: SCHEMA,
}

const SOUND_FORM: Definition = {
  encoding: 'Form/Url',
  contentType: 'application/x-www-form-urlencoded',
  template: 'id={{lead.Id}}&first={{lead.First Name}}',
  schema: FORM_SCHEMA,
}

test.each([
  ['JSON', SOUND],
  ['a form', SOUND_FORM],
  [
    'text',
    {
      encoding: 'None',
      contentType: 'text/plain',
      template: '{{lead.Id}};{{lead.First Name}}',
      schema: { type: 'string' },
    } as const,
  ],
  [
    'a static backslash, whatever Marketo makes of it',
    {
      ...SOUND,
      template: JSON_TEMPLATE.replace('{{lead.Id}}', '{{lead.Id}}, "x": "a\\\\b"'),
      schema: true,
    },
  ],
  [
    'a static backslash beside a token, whatever Marketo makes of it',
    {
      ...SOUND,
      template: JSON_TEMPLATE.replace('{{lead.Id}}', '{{lead.Id}}, "x": "a\\\\{{lead.Id}}"'),
      schema: true,
    },
  ],
] as const)(
  'a sound definition passes 2,000 leads in every possible world: %s',
  async (_name, definition) => {
    const result = await testText(definition, { runs: 2000 })
    expect(messages(result)).toEqual([])
    expect(result.leads).toBeGreaterThanOrEqual(2000)
    expect(result.assumptionSets).toBeGreaterThan(1)
    expect(result.checks.every(({ passed }) => passed > 0)).toBe(true)
  },
)

test('leads that are drawn by chance end when the time is over, and are counted', async () => {
  const whole = await testText(SOUND, { runs: 4000 })
  let clock = 0
  const cut = await testText(SOUND, { runs: 4000, maxMilliseconds: 3, now: () => (clock += 1) })
  expect(cut.leadsCut).toBeGreaterThan(500)
  expect(cut.leads).toBeGreaterThan(1000)
  expect(cut.leads + (cut.leadsCut ?? 0)).toBe(whole.leads)
  expect(whole.leadsCut).toBeUndefined()
})

test('what is cut of the parts of a run is what is cut of the whole', async () => {
  const parts = [1, 2, 3].map(async (index) => {
    const shard = { index, count: 3 }
    let clock = 0
    return testText(SOUND, { runs: 4000, shard, maxMilliseconds: 1, now: () => (clock += 1) })
  })
  const sums = (await Promise.all(parts)).map(({ leads, leadsCut = 0 }) => leads + leadsCut)
  expect(sums.reduce((total, each) => total + each, 0)).toBe(4000)
})

interface Spoiled {
  readonly definition: Definition
  readonly check: string
  readonly at: string
  readonly help: string
}

const SPOILED: Readonly<Record<string, Spoiled>> = {
  'quotes added under JSON': {
    definition: {
      ...SOUND,
      template: JSON_TEMPLATE.replace('{{lead.First Name}}', '"{{lead.First Name}}"'),
    },
    check: 'body-parses',
    at: '{{lead.First Name}}',
    help: 'remove the quotes around {{lead.First Name}}',
  },
  'encoding None with quotes': {
    definition: {
      ...SOUND,
      encoding: 'None',
      template: JSON_TEMPLATE.replace('{{lead.First Name}}', '"{{lead.First Name}}"'),
    },
    check: 'body-parses',
    at: '{{lead.First Name}}',
    help: 'set "tokenEncoding: JSON" and write {{lead.First Name}} without quotes',
  },
  'a form with encoding None': {
    definition: { ...SOUND_FORM, encoding: 'None' },
    check: 'body-parses',
    at: '{{lead.First Name}}',
    help: 'set "tokenEncoding: Form/Url"',
  },
  'a sentence': {
    definition: {
      ...SOUND,
      template: JSON_TEMPLATE.replace('{{lead.First Name}}', '"Hello {{lead.First Name}}"'),
    },
    check: 'body-parses',
    at: '{{lead.First Name}}',
    help: 'send {{lead.First Name}} alone in its own member, and build the sentence in the endpoint',
  },
  'a number without a default': {
    definition: { ...SOUND, template: JSON_TEMPLATE.replace(':default=0', '') },
    check: 'body-matches-schema',
    at: '{{lead.Lead Score}}',
    help: 'write "{{lead.Lead Score:default=0}}"',
  },
  'a text that the schema wants filled': {
    definition: {
      ...SOUND,
      schema: {
        ...SCHEMA,
        properties: { ...SCHEMA.properties, first: { type: 'string', minLength: 1 } },
      },
    },
    check: 'body-matches-schema',
    at: '{{lead.First Name}}',
    help: 'let the request schema take the empty text',
  },
  'a key made of a value': {
    definition: { ...SOUND, template: '{"id": {{lead.Id}}, {{lead.First Name}}: 1}', schema: true },
    check: 'structure-is-fixed',
    at: '{{lead.First Name}}',
    help: 'write the key out: a value may not name a member',
  },
  'a value in the query under None': {
    definition: {
      ...SOUND,
      encoding: 'None',
      url: 'https://db.example.com/?search={{lead.First Name}}&x=1',
      method: 'GET',
      template: undefined,
    },
    check: 'url-is-fixed',
    at: '{{lead.First Name}}',
    help: 'send a number such as {{lead.Id}} there, or the text in a body',
  },
  'a line break in a header': {
    definition: {
      ...SOUND,
      headers: { 'X-Name': '{{lead.First Name}}' },
      pinned: { 'encoding-in-headers': 'not-applied' },
    },
    check: 'headers-are-legal',
    at: '{{lead.First Name}}',
    help: 'send the value in the body instead of a header',
  },
  'a header that may be encoded, or not': {
    definition: { ...SOUND, headers: { 'X-Email': '{{lead.Email Address}}' } },
    check: 'values-survive',
    at: '{{lead.Email Address}}',
    help: 'pin "encoding-in-headers" with its evidence, or send the value in the body',
  },
  'half of a sentence in a form without its encoding': {
    definition: {
      ...SOUND_FORM,
      encoding: 'None',
      template: 'id={{lead.Id}}&first=Dear+{{lead.First Name}}',
    },
    check: 'body-parses',
    at: '{{lead.First Name}}',
    help: 'set "tokenEncoding: Form/Url"',
  },
}

const NAMES = Object.keys(SPOILED)

test.each(NAMES)('refuted with a tiny lead, the place and the repair: %s', async (name) => {
  const { definition, check, at, help } = spoiled(name)
  const result = await testText(definition)
  const failure = first(result)
  expect(failure.rule).toBe(check)
  expect(result.sourceAt(failure.at)).toBe(at)
  expect(failure.help).toBe(help)
  const lengths = Object.values(failure.counterexample?.lead ?? {}).map(
    (value) => String(value ?? '').length,
  )
  expect(Math.max(...lengths)).toBeLessThanOrEqual(4)
})

test.each(NAMES)('replayed by its path alone: %s', async (name) => {
  const { definition } = spoiled(name)
  const failure = first(await testText(definition))
  const path = /--path (\S+)$/.exec(failure.counterexample?.replay ?? '')?.[1]
  const again = await testText(definition, { path })
  expect(again.leads).toBe(1)
  expect(again.failures.filter(({ rule }) => rule === failure.rule)[0]).toEqual(failure)
})

test('the same seed gives the same result, another seed other leads', async () => {
  const definition = spoiled('encoding None with quotes').definition
  const strip = ({ measured: _time, ...rest }: ContractResult): unknown => JSON.stringify(rest)
  expect(strip(await testText(definition, { seed: 7 }))).toBe(
    strip(await testText(definition, { seed: 7 })),
  )
  expect(strip(await testText(definition, { seed: 7 }))).not.toBe(
    strip(await testText(definition, { seed: 8 })),
  )
})

test('a failure that rests on a guess says on which one', async () => {
  const result = await testText({
    ...SOUND,
    template: JSON_TEMPLATE.replace('{{lead.First Name}}', '{{lead.First Name:default=Unknown}}'),
  })
  expect(first(result).assumptions).toEqual(['default-encoding: raw'])
})

test('what the project has pinned is not doubted', async () => {
  const definition = {
    ...SOUND,
    template: JSON_TEMPLATE.replace('{{lead.First Name}}', '{{lead.First Name:default=Unknown}}'),
  }
  const result = await testText({ ...definition, pinned: { 'default-encoding': 'as-value' } })
  expect(messages(result)).toEqual([])
})

test('no secret stands in a counterexample', async () => {
  const definition = {
    ...spoiled('encoding None with quotes').definition,
    headers: { Authorization: 'Bearer 0123456789abcdef' },
  }
  const text = JSON.stringify((await testText(definition)).failures)
  expect(text).not.toContain('0123456789abcdef')
  expect(text).toContain('Authorization: …')
})

test.each([
  [
    'a string onto an integer field',
    { type: 'string', enum: ['many'] },
    'Count__c',
    'mapped-value-fits-field',
  ],
  [
    'a text that is longer than its field',
    { type: 'string', maxLength: 300 },
    'Status__c',
    'mapped-value-fits-field',
  ],
  ['an object', { type: 'object' }, 'Status__c', 'mapped-value-fits-field'],
])('a mapping of %s is refuted', async (_name, member, field, check) => {
  const result = await testText({
    ...SOUND,
    mappings: { result: field },
    response: { type: 'object', required: ['result'], properties: { result: member } },
  })
  expect(result.failures.map(({ rule }) => rule)).toEqual([check])
  expect(result.sourceAt(first(result).at)).toBe('result')
})

test.each([
  [30_001, ['mapped-value-fits-field']],
  [30_000, []],
])('a text of %i characters for a text area of 30,000 bytes', async (maxLength, expected) => {
  const result = await testText({
    ...SOUND,
    fields: { Notes: { rest: 'notes', soap: 'Notes__c', type: 'text' } },
    mappings: { result: 'Notes__c' },
    response: {
      type: 'object',
      required: ['result'],
      properties: { result: { type: 'string', maxLength } },
    },
  })
  expect(result.failures.map(({ rule }) => rule)).toEqual(expected)
})

test('a mapping whose path leads nowhere is refuted', async () => {
  const result = await testText({
    ...SOUND,
    mappings: { 'data.status': 'Status__c' },
    response: { type: 'object', properties: { status: { type: 'string' } } },
  })
  expect(result.failures.map(({ rule }) => rule)).toEqual(['mapping-resolves'])
})

test('a mapping that fits is passed', async () => {
  const result = await testText({
    ...SOUND,
    mappings: { status: 'Status__c', count: 'Count__c' },
    response: {
      type: 'object',
      required: ['status', 'count'],
      properties: { status: { enum: ['ok', 'no'] }, count: { type: 'integer' } },
    },
    success: { path: 'status', equals: 'ok' },
  })
  expect(messages(result)).toEqual([])
})

function spoiled(name: string): Spoiled {
  const found = SPOILED[name]
  if (found === undefined) throw new Error(name)
  return found
}

function first({ failures }: ContractResult): Diagnostic {
  const [failure] = failures
  if (failure === undefined) throw new Error('nothing failed')
  return failure
}

function messages({ failures }: ContractResult): readonly string[] {
  return failures.map(({ rule, message }) => `${rule}: ${message}`)
}
