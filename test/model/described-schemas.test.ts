import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { undescribedKeys } from '../support/undescribed-keys.ts'

/**
 * Contracts of the examples: the fingerprint of a runbook takes their descriptions in, so that whoever
 * describes more of them makes another page of every environment.
 */
const LEFT_ALONE: readonly string[] = [
  'legacy-lead.response.schema.json',
  'sales-signal.request.schema.json',
]

const SCHEMAS = readdirSync('schemas').sort()

function undescribedIn(file: string): readonly string[] {
  return undescribedKeys(JSON.parse(readFileSync(`schemas/${file}`, 'utf8')))
}

test.each(SCHEMAS.filter((file) => !LEFT_ALONE.includes(file)))(
  'every key of schemas/%s is described',
  (file) => {
    expect(undescribedIn(file)).toEqual([])
  },
)

test.each(LEFT_ALONE)('schemas/%s is still left alone for a reason', (file) => {
  expect(undescribedIn(file)).not.toEqual([])
})

const TEXT = { type: 'string' }
const WORDS = { description: 'What it is.' }

test.each<readonly [string, object, readonly string[]]>([
  ['a key', { properties: { a: TEXT } }, ['/properties/a']],
  ['an empty description', { properties: { a: { description: ' ' } } }, ['/properties/a']],
  [
    'a key within a described one',
    { properties: { a: { ...WORDS, items: { properties: { b: TEXT } } } } },
    ['/properties/a/items/properties/b'],
  ],
  [
    'a key of a definition',
    { definitions: { d: { properties: { a: TEXT } } } },
    ['/definitions/d/properties/a'],
  ],
  [
    'a key that is called description',
    { properties: { description: TEXT } },
    ['/properties/description'],
  ],
  [
    'a key that is called properties',
    { properties: { properties: { properties: { a: TEXT } } } },
    ['/properties/properties', '/properties/properties/properties/a'],
  ],
  [
    'a reference to what is not described',
    { properties: { a: { $ref: '#/definitions/d' } }, definitions: { d: TEXT } },
    ['/properties/a'],
  ],
  ['a reference to nothing', { properties: { a: { $ref: '#/definitions/d' } } }, ['/properties/a']],
  ['a reference to itself', { properties: { a: { $ref: '#/properties/a' } } }, ['/properties/a']],
])('%s is found', (_name, schema, found) => {
  expect(undescribedKeys(schema)).toEqual(found)
})

test.each<readonly [string, object]>([
  ['a description', { properties: { a: WORDS } }],
  ['a definition that is no key', { definitions: { d: TEXT } }],
  [
    'a reference to what is described, over another',
    {
      properties: { a: { $ref: '#/definitions/d' } },
      definitions: { d: { $ref: '#/definitions/e' }, e: WORDS },
    },
  ],
  [
    'a description beside a reference',
    { properties: { a: { ...WORDS, $ref: '#/definitions/d' } }, definitions: { d: TEXT } },
  ],
])('%s is enough', (_name, schema) => {
  expect(undescribedKeys(schema)).toEqual([])
})
