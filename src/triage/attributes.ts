import { isMap, parseJson } from '../base/json-value.ts'
import { KNOWN_NAMES, nameKey, type ColumnNames, type ColumnRole } from './delimited/columns.ts'

/** The attributes of an activity, by `nameKey` of their names. */
export type Attributes = ReadonlyMap<string, string>

const NONE: Attributes = new Map()

/** The attributes that a bulk extract writes as JSON into a column; undefined where it is none. */
export function readAttributes(text: string): Attributes | undefined {
  if (text.trim() === '') return NONE
  const value = parseJson(text)
  return value === undefined ? undefined : attributesOf(value)
}

/** From `[{name, value}]`, as REST and Data Streams have them, or from `{name: value}`, as a bulk extract does. */
export function attributesOf(value: unknown): Attributes {
  if (Array.isArray(value)) return new Map(value.flatMap(namedValue))
  if (!isMap(value)) return NONE
  return new Map(Object.entries(value).map(([name, each]) => [nameKey(name), textOf(each)]))
}

function namedValue(item: unknown): readonly (readonly [string, string])[] {
  if (!isMap(item) || typeof item['name'] !== 'string') return []
  return [[nameKey(item['name']), textOf(item['value'])]]
}

/** Attributes are texts and numbers; nothing else is documented. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** An attribute by what it is: under the name that somebody has given for it, or under one that is known. */
export function attributeNamed(
  attributes: Attributes,
  role: ColumnRole,
  names: ColumnNames,
): string | undefined {
  const own = names[role]
  const wanted = own === undefined ? KNOWN_NAMES[role] : [nameKey(own)]
  for (const name of wanted) {
    const found = attributes.get(name)
    if (found !== undefined) return found
  }
  return undefined
}
