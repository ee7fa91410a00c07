import type { LocatedText } from '../../base/located-text.ts'
import { nearest } from '../../base/nearest.ts'
import type { Span } from '../../base/span.ts'
import type { MappingNode, ScalarNode, SourceNode } from '../../source/source-node.ts'
import { headOf, reportWrongType, type DecodeContext, type Decoder } from './decoder.ts'

/** A key of a map with known keys. */
export interface Field<T> {
  readonly decoder: Decoder<T>
  readonly isRequired: boolean
  /** What an editor shows. */
  readonly description: string
}

export function required<T>(decoder: Decoder<T>, description: string): Field<T> {
  return { decoder, isRequired: true, description }
}

export function optional<T>(decoder: Decoder<T>, description: string): Field<T> {
  return { decoder, isRequired: false, description }
}

type Fields = Readonly<Record<string, Field<unknown>>>

/** The values of a map with known keys; undefined where a key is missing or could not be read. */
export interface Decoded<F extends Fields> {
  readonly at: Span
  readonly values: { readonly [K in keyof F]: F[K] extends Field<infer T> ? T | undefined : never }
}

/** A map with known keys. An unknown key is an error with the nearest known one. */
export function object<F extends Fields>(fields: F): Decoder<Decoded<F>> {
  const known = Object.entries(fields)
  return {
    schema: {
      type: 'object',
      additionalProperties: false,
      ...requiredKeys(fields),
      properties: Object.fromEntries(
        known.map(([key, { decoder, description }]) => [key, { ...decoder.schema, description }]),
      ),
    },
    decode: (node, context) => {
      if (node.kind !== 'mapping') {
        reportWrongType(node, 'a map', context)
        return undefined
      }
      const meant = reportUnknownKeys(node, fields, context)
      const values: Record<string, unknown> = {}
      for (const [key, { decoder, isRequired }] of known) {
        const isMissed = isRequired && !meant.has(key)
        values[key] = decodeField(key, { decoder, isRequired: isMissed }, node, context)
      }
      // The record was built key by key from `fields`, which is what the type says.
      return { at: node.at, values: values as Decoded<F>['values'] }
    },
  }
}

function requiredKeys(fields: Fields): { readonly required?: readonly string[] } {
  const keys = Object.keys(fields).filter((key) => fields[key]?.isRequired === true)
  return keys.length === 0 ? {} : { required: keys }
}

const NONE: ReadonlySet<string> = new Set()

/** Gives the keys that were meant: that they are missing is the same mistake and is not said again. */
function reportUnknownKeys(
  node: MappingNode,
  fields: Fields,
  context: DecodeContext,
): ReadonlySet<string> {
  const unknown = node.entries.filter(({ key }) => !Object.hasOwn(fields, key.text.value))
  if (unknown.length === 0) return NONE
  const found = new Set<string>()
  for (const { key } of unknown) {
    const meant = nearest(key.text.value, Object.keys(fields))
    if (meant !== undefined) found.add(meant)
    context.report({
      rule: 'unknown-key',
      severity: 'error',
      at: key.at,
      message: `"${key.text.value}" is no key of this map`,
      effect: 'it would be ignored',
      help:
        meant === undefined
          ? `known keys: ${Object.keys(fields).join(', ')}`
          : `did you mean "${meant}"?`,
    })
  }
  return found
}

function decodeField(
  key: string,
  { decoder, isRequired }: Pick<Field<unknown>, 'decoder' | 'isRequired'>,
  node: MappingNode,
  context: DecodeContext,
): unknown {
  const entry = node.entries.find((candidate) => candidate.key.text.value === key)
  if (entry !== undefined && !isAbsent(entry.value, isRequired)) {
    return decoder.decode(entry.value, context)
  }
  if (isRequired) {
    context.report({
      rule: 'missing-key',
      severity: 'error',
      at: entry?.key.at ?? firstOwnKey(node)?.at ?? headOf(node),
      message: `the key "${key}" is missing`,
      help: `add "${key}:" to this map`,
    })
  }
  return undefined
}

/** Layers below may have added keys from other files. */
function firstOwnKey(node: MappingNode): ScalarNode | undefined {
  return node.entries.find(({ key }) => key.at.file === node.at.file)?.key
}

/** `key:` with nothing behind it counts as not written. */
function isAbsent(node: SourceNode, isRequired: boolean): boolean {
  return node.kind === 'scalar' && node.value === null && node.text.value === '' && !isRequired
}

/** An entry of a map whose keys the author chooses. */
export interface Keyed<T> {
  readonly key: LocatedText
  readonly value: T
  readonly at: Span
}

/** A map whose keys the author chooses, in the order in which they are written. */
export function mapOf<T>(decoder: Decoder<T>): Decoder<readonly Keyed<T>[]> {
  return {
    schema: { type: 'object', additionalProperties: decoder.schema },
    decode: (node, context) => {
      if (node.kind !== 'mapping') {
        reportWrongType(node, 'a map', context)
        return undefined
      }
      return node.entries.flatMap(({ key, value }) => {
        const decoded = decoder.decode(value, context)
        return decoded === undefined ? [] : [{ key: key.text, value: decoded, at: key.at }]
      })
    },
  }
}

export function listOf<T>(decoder: Decoder<T>): Decoder<readonly T[]> {
  return {
    schema: { type: 'array', items: decoder.schema },
    decode: (node, context) => {
      if (node.kind !== 'sequence') {
        reportWrongType(node, 'a list', context)
        return undefined
      }
      return node.items.flatMap((item) => {
        const decoded = decoder.decode(item, context)
        return decoded === undefined ? [] : [decoded]
      })
    },
  }
}

/** A scalar or a map, each with its own shape. */
export function scalarOr<S, M>(scalar: Decoder<S>, map: Decoder<M>): Decoder<S | M> {
  return {
    schema: { anyOf: [scalar.schema, map.schema] },
    decode: (node, context) =>
      node.kind === 'mapping' ? map.decode(node, context) : scalar.decode(node, context),
  }
}

/** A decoder whose value is made from another's. */
export function mapped<A, B>(decoder: Decoder<A>, make: (value: A) => B | undefined): Decoder<B> {
  return {
    schema: decoder.schema,
    decode: (node, context) => {
      const value = decoder.decode(node, context)
      return value === undefined ? undefined : make(value)
    },
  }
}

/** Whatever stands there, as it stands there. */
export const anyNode: Decoder<SourceNode> = { schema: {}, decode: (node) => node }
