import type { ValueClass } from '../value-class.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'

/** What fits a 32-bit integer, and a decimal of ordinary size. */
const WHOLE: readonly number[] = [0, -1, 1, 2_147_483_647, -2_147_483_648]
const DECIMAL: readonly number[] = [0.1, -0.5, 1_250_000.5, 99_999_999.99]

export const oddNumbers: ValueClass = {
  id: 'odd-numbers',
  why: 'is zero, negative, large, or not whole',
  values: ({ type, isAlwaysSet }) => {
    if (fieldTypeNamed(type).form !== 'number') return []
    if (isAlwaysSet) return [1, 2_147_483_647]
    return type === 'float' || type === 'currency' ? [...WHOLE, ...DECIMAL] : WHOLE
  },
}
