import { textClass, type ValueClass } from '../value-class.ts'

export const multiValue: ValueClass = textClass('multi-value', 'is several values in one text', [
  ';',
  'a;b;c',
])
