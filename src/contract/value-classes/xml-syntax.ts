import { textClass, type ValueClass } from '../value-class.ts'

export const xmlSyntax: ValueClass = textClass('xml-syntax', 'has a meaning in XML', [
  '<',
  '>',
  '<a>',
  ']]>',
  '<!--',
])
