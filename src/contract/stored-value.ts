import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'

/** More than any receiver should be sent by a test, less than what a text area holds. */
const LONG_ENOUGH = 4_000

/** The longest text of one character that a field holds, in characters and in bytes. */
export function longestText(field: FieldDefinition, character: string): string {
  const { maxLength, maxBytes } = fieldTypeNamed(field.type)
  const bytes = new TextEncoder().encode(character).length
  const byBytes = maxBytes === undefined ? LONG_ENOUGH : Math.floor(maxBytes / bytes)
  return character.repeat(Math.min(field.length ?? maxLength ?? LONG_ENOUGH, byBytes, LONG_ENOUGH))
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
