import { isStorable } from '../../contract/stored-value.ts'
import type { ValueForm } from '../../marketo/field-types/field-type.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { isTooLong } from './length-words.ts'

/** What the reader has typed, as Marketo would hold it. */
export type ReadInput =
  /** `doubt`: what Marketo is known to hold looks otherwise. */
  | { readonly status: 'read'; readonly value: TokenValue; readonly doubt: string | undefined }
  /** No such value exists, so there is nothing to send. */
  | { readonly status: 'unreadable'; readonly reason: string }

/** Nothing typed is nothing stored. */
export function readInput(text: string, field: FieldDefinition): ReadInput {
  const { form } = fieldTypeNamed(field.type)
  const value = text === '' ? null : valueOf(text, form)
  if (value === undefined) {
    const reason = form === 'number' ? 'this field holds a number, in digits' : 'true or false'
    return { status: 'unreadable', reason }
  }
  return { status: 'read', value, doubt: doubtOf(value, field) }
}

/** How a value is typed. */
export function inputText(value: TokenValue): string {
  return value === null ? '' : String(value)
}

function valueOf(text: string, form: ValueForm): TokenValue | undefined {
  if (form === 'number') return /^-?[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) : undefined
  if (form === 'boolean') return /^(?:true|false)$/.test(text) ? text === 'true' : undefined
  return text
}

function doubtOf(value: TokenValue, field: FieldDefinition): string | undefined {
  if (value === null) return field.isAlwaysSet ? 'every call has a value here' : undefined
  const { form, name } = fieldTypeNamed(field.type)
  if (form === 'text' && name !== 'date' && name !== 'datetime') {
    return isTooLong(String(value), field) ? 'longer than Marketo stores' : undefined
  }
  if (isStorable(field, value)) return undefined
  if (form !== 'text') return 'beyond what this field holds'
  return `Marketo shows ${name === 'date' ? 'dates as 2026-11-24' : 'times as 2026-11-24 09:30:00'}`
}
