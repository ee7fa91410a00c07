import { textClass, type ValueClass } from '../value-class.ts'

export const controlCharacters: ValueClass = textClass(
  'control-characters',
  'may not stand in JSON unescaped, nor in XML at all',
  ['\u0001', '\u001b[31m', '\u007f', '\b\f'],
)
