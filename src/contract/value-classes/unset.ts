import type { ValueClass } from '../value-class.ts'

export const unset: ValueClass = {
  id: 'unset',
  why: 'arrives as an empty text, or for a number as nothing at all',
  values: ({ isAlwaysSet }) => (isAlwaysSet ? [] : [null]),
}
