import { textClass, type ValueClass } from '../value-class.ts'

export const equalsSign: ValueClass = textClass(
  'equals-sign',
  'separates a key from its value in a form',
  ['=', 'a=b'],
)
