import type { TokenValue } from '../token-value.ts'
import {
  acceptBoolean,
  acceptDate,
  acceptNumber,
  acceptText,
  type TextLimit,
} from './accept-value.ts'
import type { FieldType, FieldTypeName } from './field-type.ts'

const SOURCE = 'Experience League, "Field types" (REST API)'

/** The longest string field. Source: Experience League, "Field types". */
const STRING_LENGTH = 255
/** The longest text area. Source: the same page. */
const TEXT_BYTES = 30_000

/** Every field type, by name. */
export const FIELD_TYPES: readonly FieldType[] = [
  text('string', 'string', STRING_LENGTH),
  text('email', 'e-mail', STRING_LENGTH),
  text('url', 'URL', STRING_LENGTH),
  text('phone', 'phone', STRING_LENGTH),
  text('reference', 'reference', STRING_LENGTH),
  {
    ...text('text', 'text area', undefined),
    maxBytes: TEXT_BYTES,
    accepts: (value) => acceptText(value, { count: TEXT_BYTES, unit: 'bytes' }),
  },
  whole('integer', 'integer'),
  whole('score', 'score'),
  whole('percent', 'percent'),
  decimal('float', 'decimal number'),
  decimal('currency', 'currency'),
  {
    ...text('boolean', 'Boolean', undefined),
    form: 'boolean',
    show: (value) => String(value).toLowerCase(),
    accepts: acceptBoolean,
  },
  { ...text('date', 'date', undefined), accepts: acceptDate },
  { ...text('datetime', 'datetime', undefined), accepts: acceptDate },
]

/** The type of that name. */
export function fieldTypeNamed(name: FieldTypeName): FieldType {
  const found = BY_NAME.get(name)
  if (found === undefined) throw new Error(`no field type ${name}`)
  return found
}

const BY_NAME: ReadonlyMap<FieldTypeName, FieldType> = new Map(
  FIELD_TYPES.map((type) => [type.name, type]),
)

function text(name: FieldTypeName, title: string, maxLength: number | undefined): FieldType {
  return {
    name,
    title,
    form: 'text',
    maxLength,
    maxBytes: undefined,
    source: SOURCE,
    show: String,
    accepts: (value, length) => acceptText(value, inCharacters(length ?? maxLength)),
  }
}

function inCharacters(count: number | undefined): TextLimit | undefined {
  return count === undefined ? undefined : { count, unit: 'characters' }
}

function whole(name: FieldTypeName, title: string): FieldType {
  return {
    ...text(name, title, undefined),
    form: 'number',
    show: plainNumber,
    accepts: (value) => acceptNumber(value, Number.isInteger),
  }
}

function decimal(name: FieldTypeName, title: string): FieldType {
  return {
    ...text(name, title, undefined),
    form: 'number',
    show: plainNumber,
    accepts: (value) => acceptNumber(value, Number.isFinite),
  }
}

/** A number in decimal digits, never with an exponent: databases print them so. */
function plainNumber(value: Exclude<TokenValue, null>): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return String(value)
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}
