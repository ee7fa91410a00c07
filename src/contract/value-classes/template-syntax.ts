import { textClass, type ValueClass } from '../value-class.ts'

export const templateSyntax: ValueClass = textClass(
  'template-syntax',
  'must not be replaced a second time',
  ['{{lead.Email Address}}', '${secret}', '{{', '}}'],
)
