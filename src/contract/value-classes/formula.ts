import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const formula: ValueClass = textClass({
  id: 'formula',
  why: 'is run by a spreadsheet that opens an export',
  arrives: AS_IT_IS,
  values: ['=1+1', '@SUM(A1)', '-2+3'],
})
