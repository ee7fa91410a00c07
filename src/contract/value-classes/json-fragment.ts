import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const jsonFragment: ValueClass = textClass({
  id: 'json-fragment',
  why: 'adds a member of its own to a JSON document',
  arrives: AS_IT_IS_OR_HTML,
  values: ['","admin":true,"x":"', '"}', '{"a":1}', '[1]', '1,"admin":true'],
})
