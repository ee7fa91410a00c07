import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { ContractSchema } from '../webhook.ts'
import { boundaryNumbers } from './boundary-numbers.ts'
import { boundaryTexts, NO_PROBES, type TextProbes } from './boundary-texts.ts'
import { SILENCE } from './follow-path.ts'
import { itemNodes, meantTypes, typeNameOf, type Shape, type TypeName } from './shape.ts'
import { shapesOf } from './shapes-of.ts'

/** A value as Marketo reads it at the place of a mapping. */
export interface MappedValue {
  readonly value: unknown
  /** Its type in the schema: in XML everything is read as text. */
  readonly type: TypeName
  /** The longest text that the schema states; undefined where it states none. */
  readonly bound: number | undefined
}

export interface MappedValues {
  readonly values: readonly MappedValue[]
  /** Why other values may be treated in another way. */
  readonly unknown: readonly string[]
}

/** What of a field decides which values it takes. */
export type WrittenField = Pick<FieldDefinition, 'type' | 'length'>

export interface Target {
  readonly field: WrittenField
  readonly isXml: boolean
  readonly contract: ContractSchema
}

/** Values of every kind that a shape allows and that a field treats in its own way. */
export function mappedValues(shape: Shape, target: Target): MappedValues {
  const types = meantTypes(shape)
  if (types === undefined) return { values: [], unknown: [`${SILENCE} the value`] }
  const beyond = shape.beyond.map((keyword) => `${keyword} decides as well`)
  if (shape.values !== undefined) {
    const values = shape.values.flatMap((value) => fixedValue(value, target))
    return { values, unknown: beyond }
  }
  const found = types.map((type) => valuesOfType(type, shape, target))
  return {
    values: found.flatMap(({ values }) => values),
    unknown: [...beyond, ...found.flatMap(({ unknown }) => unknown)],
  }
}

/** The texts at which a field begins to treat a text in another way: as long as it holds, and longer. */
export function turningTexts({ type, length }: WrittenField): TextProbes {
  const { maxLength, maxBytes } = fieldTypeNamed(type)
  const limit = length ?? maxLength ?? maxBytes
  if (limit === undefined) return NO_PROBES
  const lengths = [limit, limit + 1]
  if (maxBytes === undefined) return { lengths, texts: [] }
  return { lengths, texts: [WIDE.repeat(Math.floor(maxBytes / WIDEST) + 1)] }
}

/** A character of as many bytes of UTF-8 as there can be. */
const WIDE = '\u{1f600}'
const WIDEST = 4

function fixedValue(value: unknown, { isXml }: Target): readonly MappedValue[] {
  const type = typeNameOf(value)
  const bound = typeof value === 'string' ? [...value].length : undefined
  return [{ value: isXml ? asXml(value) : value, type, bound }]
}

/** How a value is read back once it has been written as XML. */
function asXml(value: unknown): unknown {
  if (value === null) return ''
  if (Array.isArray(value)) return value.length === 1 ? asXml(value[0]) : value
  if (typeof value !== 'object') return String(value)
  return Object.keys(value).length === 0 ? '' : value
}

function valuesOfType(type: TypeName, shape: Shape, target: Target): MappedValues {
  switch (type) {
    case 'null':
      return known([null], type, target)
    case 'boolean':
      return known([true, false], type, target)
    case 'object':
      return known(shape.required.length === 0 ? [{}, { a: 1 }] : [{ a: 1 }], type, target)
    case 'array':
      return listValues(shape, target)
    case 'number':
    case 'integer':
      return known(boundaryNumbers(shape, type), type, target)
    case 'string':
      return textValues(shape, target)
  }
}

function known(values: readonly unknown[], type: TypeName, { isXml }: Target): MappedValues {
  const read = values.map((value) => (isXml ? asXml(value) : value))
  return { values: read.map((value) => ({ value, type, bound: undefined })), unknown: [] }
}

/** In XML a list of one is read as the only item. */
function listValues(shape: Shape, target: Target): MappedValues {
  const isMany = !target.isXml || shape.maxItems > 1
  const list = known(isMany ? [[1, 2]] : [], 'array', target)
  if (!target.isXml || shape.minItems > 1 || shape.maxItems < 1) return list
  const items = shapesOf(itemNodes(shape, 0), target.contract)
  const inner = items.map((item) => mappedValues(item, target))
  return {
    values: [...list.values, ...inner.flatMap(({ values }) => values)],
    unknown: inner.flatMap(({ unknown }) => unknown),
  }
}

function textValues(shape: Shape, { field }: Target): MappedValues {
  const { texts: found, unknown } = boundaryTexts(shape, turningTexts(field))
  const { maxBytes = Infinity } = fieldTypeNamed(field.type)
  const isOverInAscii = found.some((text) => text.length > maxBytes)
  const texts = found.filter((text) => !(isOverInAscii && text.startsWith(WIDE)))
  const values = texts.map((value) => ({
    value,
    type: 'string' as const,
    bound: value.startsWith(WIDE) ? undefined : shape.maxLength,
  }))
  const isSure = unknown === undefined || isEveryTextAlike(shape, texts, field)
  return { values, unknown: isSure ? [] : [unknown] }
}

/** A pattern of digits, and nothing else. */
const DIGITS_ONLY = /^\^(?:\\d|\\\.|\[0-9\]|[-?+*(){},0-9:])+\$$/

/** Whether a pattern or a format makes no difference to the field: how long texts are decides, or that all are digits. */
function isEveryTextAlike(
  { maxLength, patterns }: Shape,
  texts: readonly string[],
  field: WrittenField,
): boolean {
  const { form, name, maxBytes } = fieldTypeNamed(field.type)
  if (form === 'number') return patterns.some((pattern) => DIGITS_ONLY.test(pattern))
  if (form === 'boolean' || name === 'date' || name === 'datetime') return false
  const [limit = Infinity] = turningTexts(field).lengths
  const isShort = (maxLength ?? Infinity) * (maxBytes === undefined ? 1 : WIDEST) <= limit
  return isShort || texts.some((text) => isTooLong(text, field))
}

function isTooLong(text: string, { type, length }: WrittenField): boolean {
  const accepted = fieldTypeNamed(type).accepts(text, length)
  return accepted.status === 'depends' && accepted.on === 'mapping-overflow'
}
