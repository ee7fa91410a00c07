import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'

/** How much of a field a text takes: `4 of 255 characters`; empty where nothing is counted. */
export function lengthWords(text: string, field: FieldDefinition): string {
  const limit = limitOf(field)
  if (limit === undefined) return ''
  if (text === '') return `up to ${limit.most} ${limit.unit}`
  return `${limit.lengthOf(text)} of ${limit.most} ${limit.unit}`
}

export function isTooLong(text: string, field: FieldDefinition): boolean {
  const limit = limitOf(field)
  return limit !== undefined && limit.lengthOf(text) > limit.most
}

interface Limit {
  readonly most: number
  readonly unit: 'characters' | 'bytes'
  readonly lengthOf: (text: string) => number
}

/** Dates have a form of their own, which is shorter than any limit. */
function limitOf({ type, length }: FieldDefinition): Limit | undefined {
  const { name, form, maxLength, maxBytes } = fieldTypeNamed(type)
  if (form !== 'text' || name === 'date' || name === 'datetime') return undefined
  const most = length ?? maxLength
  if (most !== undefined) return { most, unit: 'characters', lengthOf: (text) => [...text].length }
  if (maxBytes === undefined) return undefined
  return {
    most: maxBytes,
    unit: 'bytes',
    lengthOf: (text) => new TextEncoder().encode(text).length,
  }
}
