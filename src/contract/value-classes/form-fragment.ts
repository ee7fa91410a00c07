import { textClass, type ValueClass } from '../value-class.ts'

export const formFragment: ValueClass = textClass(
  'form-fragment',
  'adds a pair of its own to a form',
  ['&admin=true', '=x&y'],
)
