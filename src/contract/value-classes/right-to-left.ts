import { textClass, type ValueClass } from '../value-class.ts'

export const rightToLeft: ValueClass = textClass(
  'right-to-left',
  'turns the order of what is shown',
  ['\u202eevil', '\u05d9\u05e2\u05dc', '\u0645\u062b\u0627\u0644'],
)
