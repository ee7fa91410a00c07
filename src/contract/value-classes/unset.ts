import type { ValueClass } from '../value-class.ts'

export const unset: ValueClass = {
  id: 'unset',
  why: 'is not there',
  arrives:
    "as the token's default; without one as an empty text, for a number or Boolean perhaps as nothing or null (empty-number-under-json)",
  values: ({ isAlwaysSet }) => (isAlwaysSet ? [] : [null]),
}
