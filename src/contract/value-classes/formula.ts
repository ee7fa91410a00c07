import { textClass, type ValueClass } from '../value-class.ts'

export const formula: ValueClass = textClass(
  'formula',
  'is run by a spreadsheet that opens an export',
  ['=1+1', '@SUM(A1)', '-2+3'],
)
