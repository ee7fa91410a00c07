import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const ampersand: ValueClass = textClass({
  id: 'ampersand',
  why: 'separates the pairs of a form and of a query',
  arrives: AS_IT_IS_OR_HTML,
  values: ['&', 'Jack & Jill', 'a&b=c'],
})
