import { textClass, type ValueClass } from '../value-class.ts'

export const ampersand: ValueClass = textClass(
  'ampersand',
  'separates the pairs of a form and of a query',
  ['&', 'Jack & Jill', 'a&b=c'],
)
