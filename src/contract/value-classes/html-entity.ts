import { textClass, type ValueClass } from '../value-class.ts'

export const htmlEntity: ValueClass = textClass(
  'html-entity',
  'may be decoded or encoded on the way',
  ['&amp;', 'Smith &amp; Sons', '&lt;b&gt;', '<b>'],
)
