import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const multiValue: ValueClass = textClass({
  id: 'multi-value',
  why: 'is several values in one text',
  arrives: AS_IT_IS,
  values: [';', 'a;b;c'],
})
