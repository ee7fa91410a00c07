import { isEmailAddress } from '../marketo/field-types/email-address.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** Integers are taken to be of 32 bits: no source names their range, and every receiver expects these. */
const LARGEST_INTEGER = 2_147_483_647

/** The longest text of one character that a field holds, in characters and in bytes. */
export function longestText(field: FieldDefinition, character: string): string {
  const { maxLength, maxBytes } = fieldTypeNamed(field.type)
  const byCharacters = field.length ?? maxLength ?? Infinity
  const byBytes = maxBytes === undefined ? Infinity : Math.floor(maxBytes / byteLength(character))
  const length = Math.min(byCharacters, byBytes)
  return Number.isFinite(length) ? character.repeat(length) : character
}

/** A text cut to what a field holds, counted in UTF-16 units as everywhere, never within a character. */
export function fitText(field: FieldDefinition, text: string): string {
  const limit = field.length ?? fieldTypeNamed(field.type).maxLength
  if (limit === undefined || text.length <= limit) return text
  return text.slice(0, isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Whether a field can hold a value: no lead is made that Marketo could not have. */
export function isStorable(field: FieldDefinition, value: TokenValue): boolean {
  const { form, maxBytes } = fieldTypeNamed(field.type)
  if (value === null) return !field.isAlwaysSet
  if (form === 'boolean') return typeof value === 'boolean'
  if (form === 'number') return typeof value === 'number' && isStorableNumber(field, value)
  if (typeof value !== 'string' || value === '') return false
  if (field.type === 'date') return isDay(value)
  if (field.type === 'datetime') return isTime(value)
  if (field.holds === 'addresses-only' && !isEmailAddress(value)) return false
  return fitText(field, value) === value && byteLength(value) <= (maxBytes ?? Infinity)
}

function isStorableNumber({ type, isAlwaysSet }: FieldDefinition, value: number): boolean {
  if (!Number.isFinite(value) || (isAlwaysSet && value < 1)) return false
  if (type === 'float' || type === 'currency') return true
  return Number.isInteger(value) && value <= LARGEST_INTEGER && value >= -LARGEST_INTEGER - 1
}

/** As tokens show dates. Source: Snowplow's schema; Experience League, "My Tokens". */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

function isTime(text: string): boolean {
  const [day = '', time = '', ...rest] = text.split(' ')
  return rest.length === 0 && isDay(day) && /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time)
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
