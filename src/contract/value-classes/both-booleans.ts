import type { ValueClass } from '../value-class.ts'

export const bothBooleans: ValueClass = {
  id: 'both-booleans',
  why: 'is bare or quoted, and nobody knows which',
  arrives: 'as it is, bare or in quotes (boolean-under-json)',
  values: ({ type }) => (type === 'boolean' ? [true, false] : []),
}
