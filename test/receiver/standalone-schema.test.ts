import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContractSchema, JsonSchema } from '../../src/model/webhook.ts'
import { compileSchema } from '../../src/receiver/json-schema.ts'
import { standaloneCheck, type StandaloneValidator } from '../../src/receiver/standalone-runtime.ts'
import { standaloneSchema } from '../../src/receiver/standalone-schema.ts'
import type { SchemaCheck } from '../../src/receiver/schema-violation.ts'
import { EXAMPLES, exampleWebhook } from '../support/example-programs.ts'

const AT = { file: 'x', start: 0, end: 0 }
const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema'

function contractOf(
  schema: JsonSchema,
  referenced: Readonly<Record<string, JsonSchema>> = {},
  path = 'schemas/a.json',
): ContractSchema {
  return { at: AT, path, schema, referenced }
}

function codeOf(contract: ContractSchema): string {
  const made = standaloneSchema(contract)
  if (made.status === 'unsuitable') throw new Error(made.reason)
  return made.code
}

/** As a page runs it: the code stands in a script of its own. */
function pageCheck(contract: ContractSchema): SchemaCheck {
  const make: StandaloneValidator = new Function(`return ${codeOf(contract)}`)()
  return standaloneCheck(make)
}

function compiledCheck(contract: ContractSchema): SchemaCheck {
  const compiled = compileSchema(contract)
  if (compiled.status === 'invalid') throw new Error(compiled.reason)
  return compiled.check
}

const SCHEMAS: readonly ContractSchema[] = [
  contractOf(true),
  contractOf(false),
  contractOf({ type: 'object', required: ['a'], additionalProperties: false }),
  contractOf({ properties: { a: { maxLength: 3, pattern: '^[a-z]*$' } } }),
  contractOf({ items: { enum: ['a', 1, null, { b: [] }] }, uniqueItems: true }),
  contractOf({ properties: { a: { const: { b: [1] } }, b: { not: { type: 'string' } } } }),
  contractOf({ anyOf: [{ type: 'string' }, { type: 'number', minimum: 2 }, { type: 'array' }] }),
  contractOf({ additionalProperties: { format: 'date-time' } }),
  contractOf({ additionalProperties: { format: 'email' } }),
  contractOf({ additionalProperties: { format: 'date', formatMinimum: '2026-01-01' } }),
  contractOf({ properties: { a: { $ref: 'b.json' } } }, { 'schemas/b.json': { type: 'integer' } }),
  contractOf({
    $defs: { n: { properties: { a: { $ref: '#/$defs/n' } }, type: 'object' } },
    $ref: '#/$defs/n',
  }),
  contractOf({ $schema: DRAFT_2020, prefixItems: [{ type: 'string' }], unevaluatedItems: false }),
]

const values = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('2026-11-24', '2026-11-24T09:30:00Z', 'jane@example.com', 'abc', '😀'),
    ),
  ),
  fc.array(fc.constantFrom('a', 1, null, { b: [] }, { b: [1] })),
)

test('a page has the same to say against any value as the command line, in the same words', () => {
  for (const contract of SCHEMAS) {
    const [own, compiled] = [pageCheck(contract), compiledCheck(contract)]
    fc.assert(
      fc.property(values, (value) => {
        expect(own(value)).toEqual(compiled(value))
      }),
      { seed: 7, numRuns: 300 },
    )
  }
})

test.each(EXAMPLES)('the request schema of %s in %s stands in a page', (id, environment) => {
  const { request } = exampleWebhook(id, environment)
  if (request === undefined) throw new Error('no request schema')
  const [own, compiled] = [pageCheck(request), compiledCheck(request)]
  expect(own({ score: 1 })).toEqual(compiled({ score: 1 }))
  expect(own({ score: 1 })).not.toEqual([])
})

test('each kind of violation is found', () => {
  const found = SCHEMAS.map((contract) =>
    [{ a: 'Long text', b: 'x', c: 'no' }, [1, 1], 'x'].flatMap((value) =>
      pageCheck(contract)(value),
    ),
  )
  expect(found.map((each) => each.length > 0)).toEqual(SCHEMAS.map(({ schema }) => schema !== true))
})

const HOSTILE = '</script><!--<script>*/ require("fs") " \u2028'

test.each([
  [contractOf({ enum: [HOSTILE], description: HOSTILE })],
  [contractOf({ properties: { [HOSTILE]: { pattern: '</script>' } }, required: [HOSTILE] })],
])('no text of a schema is anything but text in a script: %#', (contract) => {
  expect(codeOf(contract)).not.toMatch(/<!--|<\/?script|sourceURL/i)
  for (const value of ['x', 'xx', { [HOSTILE]: 'x' }, {}]) {
    expect(pageCheck(contract)(value)).toEqual(compiledCheck(contract)(value))
  }
})

test('the same schema gives the same code', () => {
  for (const contract of SCHEMAS) expect(codeOf(contract)).toBe(codeOf(structuredClone(contract)))
})

test.each([
  [contractOf({ pattern: '(' }), /./],
  [contractOf({ $async: true, type: 'string' }), /validation_error/],
  [contractOf({ maxLength: 1 }, {}, 'schemas*/a.json'), /"\*\/"/],
  [contractOf({ items: { $id: 'https://example.com/"*/throw 1/*', maxLength: 1 } }), /"\*\/"/],
])('what cannot stand in a page is left to the command line: %#', (contract, reason) => {
  const made = standaloneSchema(contract)
  expect(made.status === 'unsuitable' && made.reason).toMatch(reason)
})
