import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const tab: ValueClass = textClass({
  id: 'tab',
  why: 'may not stand in a JSON string unescaped',
  arrives: AS_IT_IS,
  values: ['\t', 'a\tb'],
})
