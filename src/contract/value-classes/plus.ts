import { textClass, type ValueClass } from '../value-class.ts'

export const plus: ValueClass = textClass('plus', 'becomes a space in a form', [
  '+',
  'jane+demo@example.com',
])
