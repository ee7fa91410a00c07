import { textClass, type ValueClass } from '../value-class.ts'

export const lineBreaks: ValueClass = textClass({
  id: 'line-breaks',
  why: 'may not stand in a JSON string unescaped',
  arrives: 'with a space for each line break, or as it is (line-breaks)',
  values: ['\n', 'a\nb', 'a\r\nb', '\r'],
})
