import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const wordsThatAreValues: ValueClass = textClass({
  id: 'words-that-are-values',
  why: 'is another type to a careless reader',
  arrives: AS_IT_IS,
  values: ['null', 'NaN', 'true', 'undefined', 'Infinity', 'no'],
})
