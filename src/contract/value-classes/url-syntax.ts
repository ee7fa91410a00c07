import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const urlSyntax: ValueClass = textClass({
  id: 'url-syntax',
  why: 'has a meaning in a URL',
  arrives: AS_IT_IS,
  values: ['/', '?', '#', 'a#b', ':', '@', '//', 'https://example.com/?a=b#c'],
})
