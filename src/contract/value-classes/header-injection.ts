import { textClass, type ValueClass } from '../value-class.ts'

export const headerInjection: ValueClass = textClass(
  'header-injection',
  'adds a header of its own',
  ['x\r\nX-Admin: 1'],
)
