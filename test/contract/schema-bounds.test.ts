import { expect, test } from 'vitest'
import { openCourt, renderedWorlds, type Court } from '../../src/contract/judge.ts'
import { leadPlan } from '../../src/contract/lead-plan.ts'
import { leadSpace } from '../../src/contract/lead-space.ts'
import { checkSubject } from '../../src/contract/check-subject.ts'
import { isStorable } from '../../src/contract/stored-value.ts'
import { valuePools, type ValuePool } from '../../src/contract/value-pool.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import { compileSchema } from '../../src/receiver/json-schema.ts'
import { compileText, testText, type Definition } from './test-text.ts'

const JSON_TEXT: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"first": {{lead.First Name}}}',
  schema: {},
}

/** A schema of the first name, and the values at its bounds. */
test.each<readonly [schema: unknown, bounds: Readonly<Record<string, readonly unknown[]>>]>([
  [{ maxLength: 2 }, { 'schema-maxLength': ['a', 'aa', 'aaa', '漢漢'] }],
  [{ minLength: 1 }, { 'schema-minLength': [null, 'a', 'aa', '漢'] }],
  [
    { maxLength: 255 },
    { 'schema-maxLength': ['a', 'a'.repeat(254), 'a'.repeat(255), '漢'.repeat(255)] },
  ],
  [
    { pattern: '^[0-9]+$', maxLength: 3 },
    {
      'schema-pattern': ['1', '-', '1 ', 'a', null],
      'schema-maxLength': ['11', '111', '1111', '漢漢漢', 'a'],
    },
  ],
  [
    { enum: ['EMEA', 'APAC'] },
    { 'schema-enum': ['EMEA', 'APAC', 'emea', 'EMEA ', 'EME', null, 'a'] },
  ],
  [{ const: 'x' }, { 'schema-const': ['x', 'X', 'x ', null, 'a'] }],
  [
    { anyOf: [{ const: 'x' }, { maxLength: 1 }] },
    { 'schema-const': ['x', 'X', 'x ', null, 'a'], 'schema-maxLength': [null, 'a', 'aa', '漢'] },
  ],
  [{ minimum: 3 }, { 'schema-minimum': ['a'] }],
  [{ title: 'no bound' }, {}],
])('values at the bounds of %j', (schema, bounds) => {
  const found = boundsOf({ ...JSON_TEXT, schema: { properties: { first: schema } } })
  expect(sorted(found)).toEqual(sorted(bounds))
})

test.each<readonly [schema: unknown, values: readonly number[]]>([
  [{ minimum: 1 }, [0, 1, 2]],
  [{ exclusiveMaximum: 10.5 }, [10, 11, 1]],
  [{ multipleOf: 5 }, [0, 5, 4, 6, 10, 1]],
  [{ maximum: 2_147_483_647 }, [2_147_483_646, 2_147_483_647, 1]],
])('whole numbers at the bounds of %j', (schema, values) => {
  const definition = { ...JSON_TEXT, template: '{"score": {{lead.Lead Score:default=0}}}' }
  const found = Object.values(
    boundsOf({ ...definition, schema: { properties: { score: schema } } }),
  )
  expect(new Set(found.flat())).toEqual(new Set(values))
})

test('a decimal field goes past a bound by a cent', () => {
  const definition = { ...JSON_TEXT, template: '{"revenue": {{company.Annual Revenue:default=0}}}' }
  const schema = { properties: { revenue: { maximum: 0.3 } } }
  expect(boundsOf({ ...definition, schema })['schema-maximum']).toEqual(
    expect.arrayContaining([0.29, 0.3, 0.31]),
  )
})

test('a form carries digits: a number is what they show', () => {
  const form: Definition = {
    encoding: 'Form/Url',
    contentType: 'application/x-www-form-urlencoded',
    template: 'score={{lead.Lead Score:default=0}}',
    schema: { properties: { score: { pattern: '^[0-9]+$', maxLength: 3 } } },
  }
  expect(boundsOf(form)['schema-maxLength']).toEqual(expect.arrayContaining([11, 111, 1111]))
})

test('two places of one token: the bounds of both', () => {
  const definition = {
    ...JSON_TEXT,
    template: '{"a": {{lead.First Name}}, "b": {{lead.First Name}}}',
  }
  const schema = { properties: { a: { maxLength: 1 }, b: { maxLength: 3 } } }
  expect(boundsOf({ ...definition, schema })['schema-maxLength']).toEqual(
    expect.arrayContaining([null, 'a', 'aa', 'aaa', 'aaaa']),
  )
})

test('a token in a sentence has no bound of its own', () => {
  const definition = { ...JSON_TEXT, template: '{"first": "Dear {{lead.First Name}}"}' }
  expect(boundsOf({ ...definition, schema: { properties: { first: { maxLength: 9 } } } })).toEqual(
    {},
  )
})

/** Keywords that one field or another can keep and break. */
const MEMBERS: Readonly<Record<string, { readonly token: string; readonly schema: object }>> = {
  short: { token: '{{lead.First Name}}', schema: { type: 'string', minLength: 1, maxLength: 20 } },
  code: { token: '{{lead.Last Name}}', schema: { pattern: '^[A-Z]{2,5}$' } },
  region: { token: '{{lead.Country}}', schema: { enum: ['', 'FR', 'DE'] } },
  mail: { token: '{{lead.Email Address}}', schema: { format: 'email' } },
  score: { token: '{{lead.Lead Score}}', schema: { type: 'integer', minimum: 0, maximum: 100 } },
  revenue: {
    token: '{{company.Annual Revenue:default=0}}',
    schema: { type: 'integer', multipleOf: 5 },
  },
  customer: { token: '{{lead.Is Customer:default=false}}', schema: { const: true } },
  born: { token: '{{lead.Date of Birth}}', schema: { $ref: '#/definitions/day' } },
  whole: { token: '{{lead.Job Title}}', schema: { type: 'string', maxLength: 255 } },
  id: {
    token: '{{lead.Id}}',
    schema: { type: 'integer', minimum: 1, exclusiveMaximum: 9_999_999_999 },
  },
  either: {
    token: '{{lead.City}}',
    schema: { anyOf: [{ maxLength: 3 }, { pattern: '^[a-z]+$' }] },
  },
}

const DEFINITIONS = { day: { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', minLength: 10 } }

test.each(Object.entries(MEMBERS))(
  'a keyword counts as broken only by a body that would pass without it: %s',
  async (name, { token, schema }) => {
    const definition: Definition = {
      ...JSON_TEXT,
      template: `{"${name}": ${token}, "other": {{lead.Middle Name}}}`,
      schema: {
        properties: { [name]: schema, other: { maxLength: 200 } },
        definitions: DEFINITIONS,
      },
    }
    const { coverage } = await testText(definition, { runs: 0 })
    const cells = coverage.filter(
      ({ area, row }) => area === 'request-schema' && !row.includes('/other/'),
    )
    const expected = cellsByRemoval(definition, name)
    expect(cells.map(({ row, column }) => `${row} ${column}`).sort()).toEqual(expected)
    expect(cells.filter(({ tried }) => tried === 0)).toEqual([])
    const broken = cells.filter(({ column }) => column === 'invalid')
    expect(broken.filter(({ tried, failed }) => failed !== tried)).toEqual([])
    expect(coverage.filter(({ tried, failed }) => failed > tried)).toEqual([])
  },
)

test('a lead alone tries nothing else: what was possible is there, untried', async () => {
  const schema = { properties: { first: { maxLength: 20 } } }
  const { coverage } = await testText(
    { ...JSON_TEXT, schema },
    { path: 'token/0/schema-maxLength/2' },
  )
  const cells = coverage.filter(({ area }) => area === 'request-schema')
  expect(cells.map(({ row, column, tried }) => [row, column, tried])).toEqual([
    ['/properties/first/maxLength', 'valid', 0],
    ['/properties/first/maxLength', 'invalid', 1],
  ])
})

test('a member whose name has a meaning in a pointer is blamed and counted like any other', async () => {
  const definition = { ...JSON_TEXT, template: '{"a/b~c": {{lead.First Name}}}' }
  const schema = { properties: { 'a/b~c': { maxLength: 20 } } }
  const { coverage, failures } = await testText({ ...definition, schema })
  const cells = coverage.filter(({ area }) => area === 'request-schema')
  expect(cells.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '/properties/a~1b~0c/maxLength valid',
    '/properties/a~1b~0c/maxLength invalid',
  ])
  expect(failures.map(({ message }) => message.split(' is ')[0])).toEqual([
    'when {{lead.First Name}}',
  ])
})

test('bounds are no classes of values', async () => {
  const schema = { properties: { first: { maxLength: 20 } } }
  const { coverage } = await testText({ ...JSON_TEXT, schema })
  const columns = coverage.filter(({ area }) => area === 'values').map(({ column }) => column)
  expect(columns.filter((column) => column.startsWith('schema-'))).toEqual([])
})

test('one character more than the schema takes is refuted by a lead of just that length', async () => {
  const schema = { properties: { first: { maxLength: 200 } } }
  const [failure] = (await testText({ ...JSON_TEXT, schema })).failures
  const text = failure?.counterexample?.lead['lead.First Name']
  expect([String(text).length, String(text).replaceAll('a', '')]).toEqual([201, '…'])
})

test('the same schema with the room that the field has is passed', async () => {
  const schema = { properties: { first: { maxLength: 255 } } }
  const { failures, coverage } = await testText({ ...JSON_TEXT, schema })
  expect(failures).toEqual([])
  expect(coverage.filter(({ column }) => column === 'invalid')).toEqual([])
})

/** By another road: the cells of a member's keywords, found by leaving each keyword out of the schema. */
function cellsByRemoval(definition: Definition, name: string): readonly string[] {
  const { court, pools } = setUp(definition)
  const bodies = boundaryBodies(court, pools).filter((body) => passes(rest(definition, name), body))
  const full = definition.schema
  return keywordPointers(name)
    .flatMap((pointer) => {
      const lax = without(full, pointer)
      return [
        ...(bodies.some((body) => passes(full, body)) ? [`${pointer} valid`] : []),
        ...(bodies.some((body) => !passes(full, body) && passes(lax, body))
          ? [`${pointer} invalid`]
          : []),
      ]
    })
    .sort()
}

function keywordPointers(name: string): readonly string[] {
  const schema = MEMBERS[name]?.schema ?? {}
  const own = Object.keys(schema).filter((keyword) => !['$ref', 'anyOf'].includes(keyword))
  return '$ref' in schema
    ? Object.keys(DEFINITIONS.day).map((keyword) => `/definitions/day/${keyword}`)
    : own.map((keyword) => `/properties/${name}/${keyword}`)
}

/** Every body that a lead with one value at a bound is sent as, in every world. */
function boundaryBodies(court: Court, pools: readonly ValuePool[]): readonly unknown[] {
  const plan = leadPlan({ space: court.space, pools, examples: [], seed: 1, runs: 0 })
  const bounds = Array.from({ length: plan.pairsStart }, (_lead, index) => plan.caseAt(index))
  return bounds
    .filter(({ path }) => path.startsWith('token/0/schema-'))
    .flatMap(({ situation }) => renderedWorlds(court, situation))
    .flatMap(({ body }) => (body?.status === 'read' ? [body.value] : []))
}

function rest(definition: Definition, name: string): unknown {
  return without(definition.schema, `/properties/${name}`)
}

function without(schema: unknown, pointer: string): unknown {
  const copy: unknown = structuredClone(schema)
  const steps = pointer.slice(1).split('/')
  let current = copy as Record<string, unknown>
  for (const step of steps.slice(0, -1)) current = current[step] as Record<string, unknown>
  delete current[steps.at(-1) ?? '']
  return copy
}

function passes(schema: unknown, body: unknown): boolean {
  const at = { file: '', start: 0, end: 0 }
  const contract = { at, path: 's.json', schema: schema as Record<string, unknown>, referenced: {} }
  const compiled = compileSchema(contract)
  return compiled.status === 'compiled' && compiled.check(body).length === 0
}

function boundsOf(definition: Definition): Readonly<Record<string, readonly unknown[]>> {
  const { pools } = setUp(definition)
  const [pool] = pools
  if (pool === undefined) return {}
  for (const { value } of pool.values.slice(pool.awkward.start))
    expect(isStorable(pool.token.field, value)).toBe(true)
  return Object.fromEntries(
    [...pool.bounds].map(([id, { start, count }]) => [
      id,
      pool.values.slice(start, start + count).map(({ value }) => value),
    ]),
  )
}

function sorted(bounds: Readonly<Record<string, readonly unknown[]>>): unknown {
  return Object.fromEntries(
    Object.entries(bounds).map(([id, values]) => [id, values.map(String).sort()]),
  )
}

function setUp(definition: Definition): {
  readonly court: Court
  readonly pools: readonly ValuePool[]
} {
  const { compiled, webhook } = compileText(definition)
  const space = leadSpace(webhook, compiled.program)
  const subject = checkSubject(webhook)
  const court = openCourt(subject, space, assumptionSets(sentAssumptions(webhook), {}))
  return { court, pools: valuePools(space, 1, subject) }
}
