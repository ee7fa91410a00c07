import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const quotes: ValueClass = textClass({
  id: 'quotes',
  why: 'ends a JSON string',
  arrives: AS_IT_IS_OR_HTML,
  values: ['"', 'a"b', 'Smith "Widgets" Sons', '""'],
})
