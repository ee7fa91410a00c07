import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const xmlSyntax: ValueClass = textClass({
  id: 'xml-syntax',
  why: 'has a meaning in XML',
  arrives: AS_IT_IS_OR_HTML,
  values: ['<', '>', '<a>', ']]>', '<!--'],
})
