import { textClass, type ValueClass } from '../value-class.ts'

export const tab: ValueClass = textClass('tab', 'may not stand in a JSON string unescaped', [
  '\t',
  'a\tb',
])
