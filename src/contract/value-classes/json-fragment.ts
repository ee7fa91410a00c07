import { textClass, type ValueClass } from '../value-class.ts'

export const jsonFragment: ValueClass = textClass(
  'json-fragment',
  'adds a member of its own to a JSON document',
  ['","admin":true,"x":"', '"}', '{"a":1}', '[1]'],
)
