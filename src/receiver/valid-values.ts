import { boundaryNumbers } from '../model/schema/boundary-numbers.ts'
import { boundaryTexts, type TextProbes } from '../model/schema/boundary-texts.ts'
import { listedNames, meantTypes, type Shape, type TypeName } from '../model/schema/shape.ts'
import type { ContractSchema } from '../model/webhook.ts'
import { items, sampleOfShape, sampleOfType } from './sample-shape.ts'

/** A value to be tried at one place of an answer. */
export interface TriedValue {
  /** The keyword whose edge is tried, or which is broken. */
  readonly keyword: string
  /** What is special about it: goes on after "the endpoint answers with …". */
  readonly what: string
  readonly value: unknown
}

/** Lists longer than this show nothing more. */
const MOST_ITEMS = 40

/** What matters at a place beside the schema's own bounds: what mappings and fields make of it. */
export interface Probes {
  readonly text: TextProbes
  /** Positions in a list. */
  readonly positions: readonly number[]
}

/** Values at the edges of everything that a shape allows, for its own place alone. */
export function validValues(
  shape: Shape,
  contract: ContractSchema,
  probes: Probes,
): readonly TriedValue[] {
  const branch = branchOf(shape, contract)
  if (shape.values !== undefined) {
    return [...branch, ...shape.values.map((value) => tried('enum', 'a listed value', value))]
  }
  const types = meantTypes(shape) ?? ['string']
  return [...branch, ...types.flatMap((type) => ofType(type, shape, contract, probes))]
}

function branchOf(shape: Shape, contract: ContractSchema): readonly TriedValue[] {
  return shape.branches.map((branch) =>
    tried(branch.split('/')[0] ?? '', `the branch ${branch}`, sampleOfShape(shape, contract)),
  )
}

function ofType(
  type: TypeName,
  shape: Shape,
  contract: ContractSchema,
  { text, positions }: Probes,
): readonly TriedValue[] {
  switch (type) {
    case 'null':
      return [tried('type', 'null', null)]
    case 'boolean':
      return [tried('type', 'true', true), tried('type', 'false', false)]
    case 'number':
    case 'integer':
      return boundaryNumbers(shape, type).map((value) => ofNumber(value, shape))
    case 'string':
      return boundaryTexts(shape, text).texts.map((value) => ofText(value, shape))
    case 'array':
      return lists(shape, contract, positions)
    case 'object':
      return objects(shape, contract)
  }
}

function ofNumber(value: number, shape: Shape): TriedValue {
  if (value === shape.minimum) return tried('minimum', 'the smallest number', value)
  if (value === shape.maximum) return tried('maximum', 'the largest number', value)
  return tried(shape.multiples.length > 0 ? 'multipleOf' : 'type', 'a number', value)
}

function ofText(value: string, { minLength, maxLength, patterns, formats }: Shape): TriedValue {
  const length = [...value].length
  if (length === maxLength) return tried('maxLength', 'the longest text', value)
  if (length === minLength && minLength > 0) return tried('minLength', 'the shortest text', value)
  if (value === '') return tried('type', 'the empty text', value)
  if (patterns.length > 0) return tried('pattern', 'a text of the pattern', value)
  if (formats.length > 0) return tried('format', `a text of the format ${formats[0] ?? ''}`, value)
  return tried('type', `a text of ${length.toLocaleString('en-US')} characters`, value)
}

function lists(
  shape: Shape,
  contract: ContractSchema,
  positions: readonly number[],
): readonly TriedValue[] {
  const { minItems, maxItems } = shape
  const mapped = positions.flatMap((position) => [position, position + 1])
  const lengths = [minItems, 1, 2, ...mapped, Math.min(maxItems, MOST_ITEMS)].filter(
    (length) => length >= minItems && length <= maxItems,
  )
  return [...new Set(lengths)]
    .sort((a, b) => a - b)
    .map((length) => {
      const keyword = length === minItems ? 'minItems' : length === maxItems ? 'maxItems' : 'items'
      const what = length === 0 ? 'an empty list' : `a list of ${length}`
      return tried(keyword, what, items(shape, length, contract))
    })
}

/** All members, only the required ones, each optional one absent alone, and one that nobody knows. */
function objects(shape: Shape, contract: ContractSchema): readonly TriedValue[] {
  const full = sampleOfType('object', shape, contract)
  if (typeof full !== 'object' || full === null) return []
  const optional = listedNames(shape).filter((name) => !shape.required.includes(name))
  const least = Object.entries(full).filter(([name]) => !optional.includes(name))
  return [
    tried('properties', 'every member', full),
    ...(optional.length > 1
      ? [tried('required', 'the required members alone', Object.fromEntries(least))]
      : []),
    ...optional.map((name) => tried('required', `no "${name}"`, without(full, name))),
    tried('properties', 'a member that nobody knows', {
      ...full,
      [unknownName(full)]: 1,
    }),
  ]
}

export function without(value: object, name: string): unknown {
  return Object.fromEntries(Object.entries(value).filter(([own]) => own !== name))
}

/** A name that the object does not have. */
export function unknownName(value: object): string {
  let name = 'unexpected'
  while (Object.hasOwn(value, name)) name += 'x'
  return name
}

function tried(keyword: string, what: string, value: unknown): TriedValue {
  return { keyword, what, value }
}
