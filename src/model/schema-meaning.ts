import { isMap } from '../base/json-value.ts'
import type { ContractSchema } from './webhook.ts'

/** Keywords that say something to readers and nothing to a validator. */
const ANNOTATIONS: readonly string[] = [
  '$comment',
  '$id',
  '$schema',
  'description',
  'examples',
  'title',
]

/** Keywords under which names are free: a property may be called `title`. */
const NAME_MAPS: readonly string[] = [
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]

/** Keywords that hold values, in which nothing is a keyword. */
const VALUES: readonly string[] = ['const', 'default', 'enum']

/** A JSON Schema without the words that are only for readers: rewording a description is no other contract. */
export function schemaMeaning(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(schemaMeaning)
  if (!isMap(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !ANNOTATIONS.includes(keyword))
      .map(([keyword, value]) => [keyword, meaningUnder(keyword, value)]),
  )
}

/** The same of a contract with all that it refers to, wherever the files lie. */
export function contractMeaning({ schema, referenced }: ContractSchema): unknown {
  return { schema: schemaMeaning(schema), others: Object.values(referenced).map(schemaMeaning) }
}

function meaningUnder(keyword: string, value: unknown): unknown {
  if (VALUES.includes(keyword)) return value
  if (!NAME_MAPS.includes(keyword) || !isMap(value)) return schemaMeaning(value)
  return Object.fromEntries(
    Object.entries(value).map(([name, schema]) => [name, schemaMeaning(schema)]),
  )
}
