import { textClass, type ValueClass } from '../value-class.ts'

export const combiningMarks: ValueClass = textClass(
  'combining-marks',
  'letters that are several characters',
  ['e\u0301', 'Zoe\u0308', 'a\u0300\u0301\u0302'],
)
