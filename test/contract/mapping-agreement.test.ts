import { expect, test } from 'vitest'
import { tryAnswers } from '../../src/contract/try-answers.ts'
import { mappingVerdict, type MappingVerdict } from '../../src/model/mapping-verdict.ts'
import { compileText } from './test-text.ts'

interface Subject {
  readonly path: string
  readonly field: unknown
  readonly schema: unknown
  readonly responseType: 'JSON' | 'XML'
  readonly pinned: Readonly<Record<string, string>>
}

interface Compared {
  readonly verdict: MappingVerdict
  readonly proven: readonly string[]
  readonly tried: readonly string[]
}

/** What the schema and the path say, beside what the answers show that the same schema allows. */
function compare({ path, field, schema, responseType, pinned }: Subject): Compared {
  const { webhook } = compileText({
    encoding: 'JSON',
    contentType: 'application/json',
    template: '{"id": {{lead.Id}}}',
    schema: {},
    responseType,
    response: schema,
    fields: { Target: { rest: 'target', soap: 'Target__c', ...Object(field) } },
    mappings: { [path]: 'Target__c' },
  })
  const [mapping] = webhook.mappings
  const { response } = webhook
  if (mapping?.segments === undefined || mapping.field === undefined || response === undefined) {
    throw new Error('the mapping was not compiled')
  }
  const verdict = mappingVerdict({
    contract: response,
    segments: mapping.segments,
    field: mapping.field,
    isXml: responseType === 'XML',
    pinned,
  })
  const valid = tryAnswers(webhook, pinned).filter(({ answer }) => answer.isValid)
  const ends = valid.flatMap((tried) => tried.ends.map(({ end }) => end))
  const proven = verdict.possibilities.map(({ end }) => end)
  return { verdict, proven: distinct(proven), tried: distinct(ends) }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort()
}

const FIELDS: readonly unknown[] = [
  { type: 'string', length: 20 },
  { type: 'integer' },
  { type: 'percent' },
  { type: 'float' },
  { type: 'boolean' },
  { type: 'date' },
  { type: 'datetime' },
  { type: 'email' },
  { type: 'text' },
]

/** What may stand at a member. */
const VALUES: Readonly<Record<string, unknown>> = {
  'any text': { type: 'string' },
  'a text that is not empty': { type: 'string', minLength: 1 },
  'a text that fits': { type: 'string', minLength: 1, maxLength: 20 },
  'a text that is too long by one': { type: 'string', minLength: 1, maxLength: 21 },
  'a text of many characters': { type: 'string', minLength: 1, maxLength: 40_000 },
  'a text of many bytes': { type: 'string', minLength: 1, maxLength: 20_000 },
  'a text that a text area holds': { type: 'string', minLength: 1, maxLength: 7_500 },
  'listed texts': { enum: ['stored', 'refused'] },
  'listed digits': { enum: ['1', '2'] },
  'a listed text that is too long': { enum: ['x', 'a text of more than twenty'] },
  'digits by pattern': { type: 'string', pattern: '^[0-9]{1,9}$' },
  'a date': { type: 'string', format: 'date' },
  'a time': { type: 'string', format: 'date-time' },
  'an address': { type: 'string', format: 'email' },
  'a page': { type: 'string', format: 'uri', maxLength: 300 },
  'a whole number': { type: 'integer' },
  'a number': { type: 'number' },
  'a share': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  'a multiple': { type: 'number', multipleOf: 5, minimum: 5, maximum: 50 },
  'true or false': { type: 'boolean' },
  'always true': { const: true },
  null: { type: 'null' },
  'a number or null': { type: ['integer', 'null'] },
  'a nullable text': { type: 'string', minLength: 1, maxLength: 5, nullable: true },
  'a text or a number': { anyOf: [{ type: 'string', minLength: 1 }, { type: 'integer' }] },
  'a list or a text': { oneOf: [{ type: 'array', items: { type: 'integer' } }, { enum: ['x'] }] },
  'an object': { type: 'object', properties: { a: { type: 'integer' } } },
  'a whole number in parts': { allOf: [{ type: 'number' }, { type: 'integer', minimum: 1 }] },
  'a reference': { $ref: '#/definitions/code' },
}

/** Where the member stands, and the path that leads there. */
/** The path that leads to the member, and the schema in which it stands. */
type Place = readonly [path: string, around: (value: unknown) => unknown]

const PLACES = {
  required: ['r.v', (v) => object({ v }, ['v'])],
  optional: ['r.v', (v) => object({ v, w: { type: 'integer' } }, [])],
  'in one of two branches': [
    'r.v',
    (v) => ({
      oneOf: [object({ v }, ['v'], true), object({ error: { enum: ['e'] } }, ['error'], true)],
    }),
  ],
  'in a list': [
    'r.list[0].v',
    (v) => object({ list: { type: 'array', items: object({ v }, ['v']) } }, ['list']),
  ],
  'in a list of at least two': [
    'r.list[1].v',
    (v) => object({ list: { type: 'array', minItems: 2, items: object({ v }, ['v']) } }, ['list']),
  ],
  'in a list of exactly one': [
    'r.list.v',
    (v) =>
      object({ list: { type: 'array', minItems: 1, maxItems: 1, items: object({ v }, ['v']) } }, [
        'list',
      ]),
  ],
  'in what may be null': [
    'r.o.v',
    (v) => object({ o: { ...object({ v }, ['v']), type: ['object', 'null'] } }, ['o']),
  ],
  'behind a member that is not there': ['r.gone', (v) => object({ v }, ['v'], true)],
} satisfies Readonly<Record<string, Place>>

function object(
  properties: object,
  required: readonly string[],
  isClosed = false,
): Record<string, unknown> {
  return {
    type: 'object',
    properties,
    required,
    ...(isClosed ? { additionalProperties: false } : {}),
  }
}

const PINS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'mapping-null': 'ignored', 'mapping-coerce': 'coerced', 'mapping-overflow': 'truncated' },
]

/** Values that differ in what a place may make of them. */
const TELLING = ['any text', 'null', 'a nullable text', 'a list or a text', 'an object', 'a number']

test.each(Object.entries(VALUES))(
  'what the schema says of %s is what its answers show, for every field',
  (_value, schema) => {
    const [path, around] = PLACES['required']
    for (const field of FIELDS) {
      for (const pinned of PINS) expectAgreement({ path, field, schema: around(schema), pinned })
    }
  },
)

const ELSEWHERE = Object.entries(PLACES).flatMap(([place, [path, around]]) =>
  TELLING.map((value) => [value, place, path, around(VALUES[value])] as const),
)

test.each(ELSEWHERE)(
  'what the schema says of %s, %s, is what its answers show',
  (_value, _place, path, schema) => {
    for (const field of FIELDS.slice(0, 2)) expectAgreement({ path, field, schema, pinned: {} })
  },
)

function expectAgreement({ schema: inner, ...subject }: Omit<Subject, 'responseType'>): void {
  const schema = {
    ...object({ r: inner }, ['r'], true),
    definitions: { code: { type: 'string', minLength: 1, maxLength: 30 } },
  }
  for (const responseType of ['JSON', 'XML'] as const) {
    const { verdict, proven, tried } = compare({ ...subject, schema, responseType })
    const named = `${JSON.stringify(subject)} ${responseType}`
    expect(tried.length, named).toBeGreaterThan(0)
    expect(
      tried.filter((end) => !proven.includes(end)),
      named,
    ).toEqual([])
    if (verdict.unknown.length === 0) expect(tried, named).toEqual(proven)
  }
}
