import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const equalsSign: ValueClass = textClass({
  id: 'equals-sign',
  why: 'separates a key from its value in a form',
  arrives: AS_IT_IS,
  values: ['=', 'a=b'],
})
