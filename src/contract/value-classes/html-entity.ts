import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const htmlEntity: ValueClass = textClass({
  id: 'html-entity',
  why: 'may be decoded or encoded on the way',
  arrives: AS_IT_IS_OR_HTML,
  values: ['&amp;', 'Smith &amp; Sons', '&lt;b&gt;', '<b>'],
})
