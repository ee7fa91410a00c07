import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const lineSeparators: ValueClass = textClass({
  id: 'line-separators',
  why: 'breaks the line for some readers and not for others',
  arrives: AS_IT_IS,
  values: ['\u2028', 'a\u2029b', 'a\u0085b', 'a\u000bb'],
})
