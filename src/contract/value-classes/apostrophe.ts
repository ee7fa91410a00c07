import { textClass, type ValueClass } from '../value-class.ts'

export const apostrophe: ValueClass = textClass(
  'apostrophe',
  'ends a text in single quotes; harmless in JSON, and often blamed',
  ["'", "O'Doe"],
)
