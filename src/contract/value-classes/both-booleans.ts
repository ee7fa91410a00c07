import type { ValueClass } from '../value-class.ts'

export const bothBooleans: ValueClass = {
  id: 'both-booleans',
  why: 'may be quoted on the way',
  values: ({ type }) => (type === 'boolean' ? [true, false] : []),
}
