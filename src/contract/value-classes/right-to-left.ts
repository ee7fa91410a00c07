import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const rightToLeft: ValueClass = textClass({
  id: 'right-to-left',
  why: 'turns the order of what is shown',
  arrives: AS_IT_IS,
  values: ['\u202eevil', '\u05d9\u05e2\u05dc', '\u0645\u062b\u0627\u0644'],
})
