import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'
import type { ValueClass } from '../value-class.ts'

/** What fits a 32-bit integer, and decimals of ordinary and of tiny size. */
const WHOLE: readonly number[] = [0, -1, 1, 2_147_483_647, -2_147_483_648]
const DECIMAL: readonly number[] = [0.1, -0.5, 0.000_000_1, 1_250_000.5, 99_999_999.99]

export const oddNumbers: ValueClass = {
  id: 'odd-numbers',
  why: 'is zero, negative, large, tiny, or not whole',
  arrives: 'as the same number in decimal digits, without an exponent',
  values: ({ type, isAlwaysSet }) => {
    if (fieldTypeNamed(type).form !== 'number') return []
    if (isAlwaysSet) return [1, 2_147_483_647]
    return type === 'float' || type === 'currency' ? [...WHOLE, ...DECIMAL] : WHOLE
  },
}
