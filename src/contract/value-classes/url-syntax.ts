import { textClass, type ValueClass } from '../value-class.ts'

export const urlSyntax: ValueClass = textClass('url-syntax', 'has a meaning in a URL', [
  '/',
  '?',
  '#',
  'a#b',
  'https://example.com/?a=b#c',
])
