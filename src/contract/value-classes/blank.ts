import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const blank: ValueClass = textClass({
  id: 'blank',
  why: 'looks empty and is not',
  arrives: AS_IT_IS,
  values: [' ', '   ', ' a ', '\u00a0', '\u3164'],
})
