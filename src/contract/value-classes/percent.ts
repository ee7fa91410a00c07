import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const percent: ValueClass = textClass({
  id: 'percent',
  why: 'begins an escape in a URL or form',
  arrives: AS_IT_IS,
  values: ['%', '%41', '%zz', '100%'],
})
