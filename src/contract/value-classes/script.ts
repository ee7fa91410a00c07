import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const script: ValueClass = textClass({
  id: 'script',
  why: 'is run by a page that shows it',
  arrives: AS_IT_IS_OR_HTML,
  values: ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>'],
})
