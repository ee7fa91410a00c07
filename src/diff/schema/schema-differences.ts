import { isMap } from '../../base/json-value.ts'
import { stableJson } from '../../base/stable-json.ts'
import { showMemberPath, type TemplateMember } from '../../marketo/body-formats/template-member.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { withoutFileNames } from './expand-references.ts'
import { directionOf, type Direction } from './direction.ts'

/** One keyword that two schemas say differently. */
export interface SchemaDifference {
  /** As JSON Pointer, from the root of the schema. */
  readonly pointer: string
  /** The place in the documents that it is about: `lines[].sku`; empty for the whole document. */
  readonly place: string
  readonly keyword: string
  readonly before: string | undefined
  readonly after: string | undefined
  /** Whether fewer documents are valid than before, or more. */
  readonly direction: Direction
  /** Only people read it. */
  readonly isText: boolean
}

/** Everything that two schemas say differently, keyword by keyword; moved files and the order of keys make no difference. */
export function schemaDifferences(
  base: ContractSchema | undefined,
  head: ContractSchema | undefined,
): readonly SchemaDifference[] {
  if (base === undefined || head === undefined) return []
  const [from, to] = [withoutFileNames(base), withoutFileNames(head)]
  return from === undefined || to === undefined ? [] : compareSchema(from, to, ROOT)
}

interface Place {
  readonly pointer: string
  readonly path: TemplateMember['path']
}

const ROOT: Place = { pointer: '', path: [] }

/** Keywords that only people read. Source: JSON Schema Validation, "Basic Meta-Data Annotations"; `$id` and `$schema` name. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  '$comment',
  'examples',
  'default',
  '$id',
  '$schema',
  'deprecated',
  'readOnly',
  'writeOnly',
])
const MAPS_OF_SCHEMAS = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
])
const SCHEMAS = new Set([
  'items',
  'additionalItems',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedProperties',
  'unevaluatedItems',
])
const LISTS_OF_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'])

function compareSchema(from: unknown, to: unknown, place: Place): readonly SchemaDifference[] {
  if (same(from, to)) return []
  if (!isMap(from) || !isMap(to)) return [differenceAt(place, 'schema', from, to)]
  const keywords = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...keywords].sort().flatMap((keyword) => compareKeyword(keyword, from, to, place))
}

type Schema = Readonly<Record<string, unknown>>

function compareKeyword(
  keyword: string,
  base: Schema,
  head: Schema,
  place: Place,
): readonly SchemaDifference[] {
  const [from, to] = [base[keyword], head[keyword]]
  if (same(from, to)) return []
  const inner = below(place, keyword)
  if (MAPS_OF_SCHEMAS.has(keyword) && (isMap(from) || isMap(to))) {
    return compareMembers({ keyword, from, to, base, head }, inner)
  }
  if (SCHEMAS.has(keyword) && isMap(from) && isMap(to)) {
    const path = keyword === 'items' || keyword === 'contains' ? [...place.path, ''] : place.path
    return compareSchema(from, to, { pointer: inner.pointer, path })
  }
  if (LISTS_OF_SCHEMAS.has(keyword) && Array.isArray(from) && Array.isArray(to)) {
    if (from.length === to.length)
      return from.flatMap((each, nth) => compareSchema(each, to[nth], below(inner, String(nth))))
  }
  if (keyword === 'required') return compareRequired({ from, to, base, head }, inner)
  return [{ ...differenceAt(place, keyword, from, to), pointer: inner.pointer }]
}

interface Members {
  readonly keyword: string
  readonly from: unknown
  readonly to: unknown
  readonly base: Schema
  readonly head: Schema
}

function compareMembers(
  { keyword, from, to, base, head }: Members,
  place: Place,
): readonly SchemaDifference[] {
  const [before, after] = [isMap(from) ? from : {}, isMap(to) ? to : {}]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => {
    const isProperty = keyword === 'properties'
    const member = {
      pointer: `${place.pointer}/${escapePointer(name)}`,
      path: isProperty ? [...place.path, name] : place.path,
    }
    const isAdded = !Object.hasOwn(before, name)
    if (!isAdded && Object.hasOwn(after, name))
      return compareSchema(before[name], after[name], member)
    if (!isProperty) return [differenceAt(member, name, before[name], after[name])]
    return [
      wholeProperty(
        member,
        name,
        isAdded ? { before: undefined, after: head } : { before: base, after: undefined },
        isAdded ? base : head,
      ),
    ]
  })
}

/** A property comes, or goes, with whether it is required. */
function wholeProperty(
  member: Place,
  name: string,
  { before, after }: { readonly before: Schema | undefined; readonly after: Schema | undefined },
  other: Schema,
): SchemaDifference {
  const words = (schema: Schema | undefined): string | undefined => {
    if (schema === undefined) return undefined
    const properties = schema['properties']
    const own = isMap(properties) ? properties[name] : undefined
    return `${requiredBy(schema).includes(name) ? 'required' : 'optional'} ${show(own)}`
  }
  const isRequired = requiredBy(after ?? before ?? {}).includes(name)
  const isClosed = other['additionalProperties'] === false
  const widens = after === undefined ? isRequired : isClosed && !isRequired
  const narrows = after === undefined ? isClosed : isRequired
  return {
    pointer: member.pointer,
    place: placeOf(member),
    keyword: 'property',
    before: words(before),
    after: words(after),
    direction: narrows ? (widens ? 'other' : 'narrower') : 'wider',
    isText: false,
  }
}

/** Properties that come or go as a whole have said so themselves. */
function compareRequired(
  { from, to, base, head }: Omit<Members, 'keyword'>,
  place: Place,
): readonly SchemaDifference[] {
  const [before, after] = [requiredBy({ required: from }), requiredBy({ required: to })]
  const isWhole = (name: string): boolean => isListed(base, name) !== isListed(head, name)
  const about = (name: string, isNow: boolean): SchemaDifference => ({
    pointer: `${place.pointer}/${escapePointer(name)}`,
    place: placeOf({ ...place, path: [...place.path, name] }),
    keyword: 'required',
    before: isNow ? 'optional' : 'required',
    after: isNow ? 'required' : 'optional',
    direction: isNow ? 'narrower' : 'wider',
    isText: false,
  })
  return [
    ...after
      .filter((name) => !before.includes(name) && !isWhole(name))
      .map((name) => about(name, true)),
    ...before
      .filter((name) => !after.includes(name) && !isWhole(name))
      .map((name) => about(name, false)),
  ]
}

function isListed({ properties }: Schema, name: string): boolean {
  return isMap(properties) && Object.hasOwn(properties, name)
}

function requiredBy({ required }: Schema): readonly string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []
}

function differenceAt(place: Place, keyword: string, from: unknown, to: unknown): SchemaDifference {
  return {
    pointer: place.pointer,
    place: placeOf(place),
    keyword,
    before: from === undefined ? undefined : show(from),
    after: to === undefined ? undefined : show(to),
    direction: directionOf(keyword, from, to),
    isText: ANNOTATIONS.has(keyword),
  }
}

function placeOf({ path }: Place): string {
  return showMemberPath(path).replaceAll('[""]', '[]')
}

function below({ pointer, path }: Place, step: string): Place {
  return { pointer: `${pointer}/${escapePointer(step)}`, path }
}

function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function same(from: unknown, to: unknown): boolean {
  return (
    stableJson(from ?? null) === stableJson(to ?? null) &&
    (from === undefined) === (to === undefined)
  )
}
