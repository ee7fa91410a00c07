import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const plus: ValueClass = textClass({
  id: 'plus',
  why: 'becomes a space in a form',
  arrives: AS_IT_IS,
  values: ['+', 'jane+demo@example.com'],
})
