import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const combiningMarks: ValueClass = textClass({
  id: 'combining-marks',
  why: 'has letters of several characters: cut, normalised or in another case it has another length',
  arrives: AS_IT_IS,
  values: ['e\u0301', 'Zoe\u0308', 'a\u0300\u0301\u0302', 'ﬁ', 'İ'],
})
