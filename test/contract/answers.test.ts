import { expect, test } from 'vitest'
import { NO_PROBES } from '../../src/model/schema/boundary-texts.ts'
import type { CoverageCell } from '../../src/contract/coverage.ts'
import { schemaAnswers } from '../../src/receiver/schema-answers.ts'
import type { JsonSchema } from '../../src/model/webhook.ts'
import { testText, type Definition, type TextResult } from './test-text.ts'

const RESPONSE = {
  type: 'object',
  required: ['status', 'count'],
  additionalProperties: false,
  properties: {
    status: { enum: ['success', 'error'] },
    count: { type: 'integer', minimum: 0, maximum: 9 },
    note: { type: 'string', maxLength: 50 },
  },
}

const CALL = {
  marketo: { name: 'Call' },
  triggers: { created: { trigger: 'Person is Created' } },
  qualification: 'every time',
  flow: [{ id: 'call', step: 'Call Webhook', webhook: 'w' }],
}

const SOUND: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}}',
  schema: {},
  response: RESPONSE,
  success: { path: 'status', equals: 'success' },
  mappings: { status: 'Status__c', count: 'Count__c' },
  campaigns: {
    call: CALL,
    failed: failed({ response: { operator: 'not contains', value: 'success' } }),
  },
}

/** A campaign that alerts on calls of the webhook which meet a constraint. */
function failed(...constraints: readonly object[]): unknown {
  return {
    marketo: { name: 'Failed' },
    triggers: Object.fromEntries(
      constraints.map((constraint, index) => [
        `t${index}`,
        { trigger: 'Webhook is Called', webhook: 'w', ...constraint },
      ]),
    ),
    qualification: 'every time',
    flow: [{ id: 'alert', step: 'Send Alert', to: 'ops@example.com' }],
  }
}

function tested(changed: Partial<Definition> = {}): Promise<TextResult> {
  return testText({ ...SOUND, ...changed }, { runs: 0 })
}

async function noticeFindings(...constraints: readonly object[]): Promise<TextResult['failures']> {
  const campaigns = { call: CALL, failed: failed(...constraints) }
  const { failures } = await tested({ campaigns })
  return failures.filter(({ rule }) => rule === 'failures-are-noticed')
}

test('a sound webhook passes every answer, and tells what follows from each', async () => {
  const { failures, answers = [] } = await tested()
  expect(failures).toEqual([])
  const row = (id: string): unknown => answers.find((answer) => answer.id === id)
  expect(row('status-503')).toMatchObject({
    kind: 'fault',
    marketo: { does: 'not-written', because: 'refused with 503' },
    writes: [],
    isFailure: true,
    noticedBy: [{ campaign: 'Failed', certainty: 'always' }],
  })
  expect(row('answers-after-29.9-s')).toMatchObject({
    marketo: { does: 'written' },
    isFailure: false,
    noticedBy: [],
  })
  expect(row('answers-after-30.1-s')).toMatchObject({
    marketo: { does: 'not-written', because: 'gives up after 30 seconds' },
    isFailure: true,
  })
  expect(row('byte-order-mark')).toMatchObject({
    marketo: { does: 'unspecified', assumption: 'response-leniency' },
  })
  expect(row('valid-1')).toMatchObject({
    kind: 'valid',
    writes: [
      { field: 'Status', end: 'written', shown: '"success"' },
      { field: 'Count', end: 'written' },
    ],
  })
})

test('what a pinned assumption settles is told as settled', async () => {
  const { answers = [] } = await tested({ pinned: { 'response-leniency': 'refused' } })
  const row = answers.find(({ id }) => id === 'duplicate-keys')
  expect(row?.marketo).toMatchObject({ does: 'not-written', assumption: undefined })
})

test.each([
  [
    'only some words of a refusal',
    [{ response: { operator: 'contains', value: 'failed' } }],
    'never-answers',
  ],
  ['nothing but an empty response', [{ response: { operator: 'is', value: '' } }], 'status-500'],
])('a campaign that catches %s leaves other failures unnoticed', async (_name, constraints, id) => {
  const [finding, ...others] = await noticeFindings(...constraints)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ severity: 'warning' })
  expect(finding?.effect).toContain('leads are lost in silence')
  const { answers = [] } = await tested({
    campaigns: { call: CALL, failed: failed(...constraints) },
  })
  expect(answers.find((answer) => answer.id === id)?.noticedBy).not.toContainEqual(
    expect.objectContaining({ certainty: 'always' }),
  )
})

test('a campaign that hears every call, or all that is no success, misses nothing', async () => {
  expect(await noticeFindings({})).toEqual([])
  expect(
    await noticeFindings({ response: { operator: 'not contains', value: 'success' } }),
  ).toEqual([])
})

test('where error types alone are heard, a missing reason phrase is noticed under one assumption only', async () => {
  const heard = [
    { errorType: { operator: 'is not empty', value: '' } },
    { response: { operator: 'is empty', value: '' } },
    { response: { operator: 'contains', value: 'refused' } },
  ]
  const campaigns = { call: CALL, failed: failed(...heard) }
  const { answers = [] } = await tested({ campaigns })
  expect(answers.find(({ id }) => id === 'reason-missing-503')?.noticedBy).toEqual([
    { campaign: 'Failed', certainty: 'sometimes', under: ['error-type: status-code'] },
  ])
  expect(answers.find(({ id }) => id === 'status-503')?.noticedBy).toEqual([
    { campaign: 'Failed', certainty: 'always', under: [] },
  ])
})

test('nothing is said a second time where lint says that nobody notices anything', async () => {
  expect(await noticeFindings({ response: { operator: 'is', value: 'success' } })).toEqual([])
  const { failures } = await tested({ campaigns: { call: CALL } })
  expect(failures).toEqual([])
})

test('a webhook that no campaign calls is nobody to notice', async () => {
  const { checks } = await tested({ campaigns: { failed: failed({}) } })
  expect(checks.map(({ check }) => check)).not.toContain('failures-are-noticed')
})

test('every keyword of the response schema, every end of a mapping and every fault has its cell', async () => {
  const { coverage } = await tested()
  const cells = (area: CoverageCell['area']): readonly string[] =>
    coverage
      .filter((cell) => cell.area === area && cell.tried > 0)
      .map(({ row, column }) => `${row}: ${column}`)
  expect(cells('response-schema')).toEqual(
    expect.arrayContaining([
      '/status enum: valid',
      '/status enum: invalid',
      '/count minimum: valid',
      '/count minimum: invalid',
      '/count maximum: invalid',
      '/count type: invalid',
      '/note maxLength: valid',
      '/note maxLength: invalid',
      '/ required: valid',
      '/ required: invalid',
      '/ additionalProperties: invalid',
    ]),
  )
  expect(cells('mappings')).toEqual(['status → Status: written', 'count → Count: written'])
  expect(cells('faults')).toEqual(
    expect.arrayContaining([
      'status-500: refused',
      'half-open: timed-out',
      'huge-body: unspecified',
    ]),
  )
  expect(coverage.filter(({ area, tried }) => area === 'faults' && tried === 0)).toEqual([])
})

test('an end that the schema allows and no answer showed has been tried zero times', async () => {
  const response = {
    ...RESPONSE,
    properties: { ...RESPONSE.properties, count: { type: 'string', pattern: '^(a|[0-9])$' } },
  }
  const { coverage } = await tested({ response })
  const cells = coverage.filter(({ area, row }) => area === 'mappings' && row.startsWith('count'))
  expect(cells.map(({ column }) => column)).toContain('unspecified')
})

test('answers are tried by the first shard alone, and not for one lead', async () => {
  const shard = await testText(SOUND, { runs: 0, shard: { index: 2, count: 3 } })
  expect(shard.answers).toBeUndefined()
  expect(shard.coverage.filter(({ area }) => area !== 'values')).toEqual([])
  const one = await testText(SOUND, { path: 'token/0/plain/0' })
  expect(one.answers).toBeUndefined()
})

const AT = { file: 'x', start: 0, end: 0 }

const SCHEMAS: Readonly<
  Record<string, readonly [schema: JsonSchema, keywords: readonly string[]]>
> = {
  'a text of a length': [
    { type: 'string', minLength: 2, maxLength: 5 },
    ['maxLength', 'minLength', 'type'],
  ],
  'a text of a pattern': [{ type: 'string', pattern: '^[A-Z]{3}$' }, ['pattern', 'type']],
  'a text of a format': [{ type: 'string', format: 'date' }, ['format', 'type']],
  'a number in bounds': [
    { type: 'number', minimum: 1, exclusiveMaximum: 10, multipleOf: 0.5 },
    ['exclusiveMaximum', 'minimum', 'multipleOf', 'type'],
  ],
  'listed values': [{ enum: ['a', 'b'] }, ['enum']],
  'a constant': [{ const: 'a' }, ['const']],
  'a list': [
    { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 3, uniqueItems: true },
    ['maxItems', 'minItems', 'type', 'uniqueItems'],
  ],
  'a choice': [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, ['anyOf']],
  'a choice of one': [{ oneOf: [{ type: 'null' }, { type: 'integer' }] }, ['oneOf']],
  'an object': [
    {
      type: 'object',
      required: ['a'],
      additionalProperties: false,
      properties: { a: true, b: true },
    },
    ['additionalProperties', 'required', 'type'],
  ],
  'all of several': [
    {
      allOf: [{ type: 'string' }, { maxLength: 3 }, { $ref: '#/definitions/long' }],
      definitions: { long: { minLength: 2 } },
    },
    ['maxLength', 'minLength', 'type'],
  ],
}

test.each(Object.entries(SCHEMAS))(
  '%s is tried at its edges, and broken in every keyword',
  (_name, [schema, keywords]) => {
    const contract = { at: AT, path: 'a.json', schema, referenced: {} }
    const answers = schemaAnswers(contract, () => ({ text: NO_PROBES, positions: [] }))
    const broken = answers.filter(({ isValid, place }) => !isValid && place === '')
    expect([...new Set(broken.map(({ keyword }) => keyword))].sort()).toEqual(keywords)
    expect(answers.filter(({ isValid }) => isValid).length).toBeGreaterThan(0)
  },
)

test('a schema in other files is tried like one in a piece', () => {
  const contract = {
    at: AT,
    path: 'schemas/a.json',
    schema: {
      type: 'object',
      required: ['b'],
      properties: { b: { $ref: './b.json#/definitions/b' } },
    },
    referenced: { 'schemas/b.json': { definitions: { b: { enum: ['x', 'y'] } } } },
  }
  const answers = schemaAnswers(contract, () => ({ text: NO_PROBES, positions: [] }))
  const valid = answers.filter(({ isValid, keyword }) => isValid && keyword === 'enum')
  expect(valid.map(({ value }) => value)).toEqual([{ b: 'x' }, { b: 'y' }])
})

test.each([[false], [{ type: 'strang' }], [{ $ref: '#/definitions/none' }]])(
  'of %j no answer can be made',
  (schema) => {
    const contract = { at: AT, path: 'a.json', schema, referenced: {} }
    const answers = schemaAnswers(contract, () => ({ text: NO_PROBES, positions: [] }))
    expect(answers.filter(({ isValid }) => isValid)).toEqual([])
  },
)
