import { textClass, type ValueClass } from '../value-class.ts'

export const wordsThatAreValues: ValueClass = textClass(
  'words-that-are-values',
  'is another type to a careless reader',
  ['null', 'NaN', 'true', '0', 'undefined', '01234', '1e5', '0x1F', '-0'],
)
