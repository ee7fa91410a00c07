import { Ajv } from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEFINITION_SCHEMAS } from '../../src/model/schemas.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { plainValue } from '../../src/source/print-yaml.ts'
import { expectFile } from '../support/expected-file.ts'

const KINDS: Readonly<Record<string, string>> = {
  Project: 'project',
  WebhookProgram: 'program',
  Overlay: 'overlay',
  Lead: 'lead',
}

/** Every definition of the examples and fixtures, generated files left out. */
const DEFINITIONS = ['programs', 'fixtures'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.yaml') && !path.includes('/generated/')),
)

test.each(DEFINITION_SCHEMAS.map(({ name, schema }) => [name, schema] as const))(
  'schemas/%s.schema.json is the schema of the decoder',
  (name, schema) => {
    expectFile(`schemas/${name}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`)
  },
)

test('there are definitions to hold against the schemas', () => {
  expect(DEFINITIONS.length).toBeGreaterThan(30)
})

test.each(DEFINITIONS)('an editor accepts %s', (path) => {
  const { root } = parseYaml({ path, text: readFileSync(path, 'utf8') })
  const value = root === undefined ? undefined : plainValue(root)
  const validate = validatorFor(value)
  validate(value)
  expect(validate.errors ?? []).toEqual([])
})

test('an editor marks a misspelt key', () => {
  const value = { apiVersion: 'hookbook/v1', kind: 'Lead', summary: 'x', value: {} }
  const validate = validatorFor(value)
  expect(validate(value)).toBe(false)
})

function validatorFor(value: unknown): ReturnType<Ajv['compile']> {
  const kind =
    typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : ''
  const found = DEFINITION_SCHEMAS.find(({ name }) => name === KINDS[kind])
  if (found === undefined) throw new Error(`no schema for the kind "${kind}"`)
  return new Ajv({ strict: false }).compile(found.schema)
}
