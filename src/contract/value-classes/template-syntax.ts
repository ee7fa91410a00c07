import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const templateSyntax: ValueClass = textClass({
  id: 'template-syntax',
  why: 'has a meaning to a template engine, and must not be replaced a second time',
  arrives: AS_IT_IS_OR_HTML,
  values: ['{{lead.Email Address}}', '${secret}', '{{', '}}', '<%= 1 %>', '#{1}'],
})
