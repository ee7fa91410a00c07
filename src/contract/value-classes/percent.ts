import { textClass, type ValueClass } from '../value-class.ts'

export const percent: ValueClass = textClass('percent', 'begins an escape in a URL or form', [
  '%',
  '%41',
  '%zz',
  '100%',
])
