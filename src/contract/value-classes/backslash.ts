import { textClass, type ValueClass } from '../value-class.ts'

export const backslash: ValueClass = textClass('backslash', 'begins an escape in JSON', [
  '\\',
  'a\\',
  '\\n',
  'C:\\new',
])
