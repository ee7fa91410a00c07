import { textClass, type ValueClass } from '../value-class.ts'

export const quotes: ValueClass = textClass('quotes', 'ends a JSON string', [
  '"',
  'a"b',
  'Smith "Widgets" Sons',
  '""',
])
