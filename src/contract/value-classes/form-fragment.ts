import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const formFragment: ValueClass = textClass({
  id: 'form-fragment',
  why: 'adds a pair of its own to a form',
  arrives: AS_IT_IS_OR_HTML,
  values: ['&admin=true', '=x&y'],
})
