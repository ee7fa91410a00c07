import { textClass, type ValueClass } from '../value-class.ts'

export const lineBreaks: ValueClass = textClass(
  'line-breaks',
  'may not stand in a JSON string unescaped',
  ['\n', 'a\nb', 'a\r\nb', '\r'],
)
