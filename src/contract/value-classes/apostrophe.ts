import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const apostrophe: ValueClass = textClass({
  id: 'apostrophe',
  why: 'ends a text in single quotes; it is harmless in JSON, and often blamed',
  arrives: AS_IT_IS,
  values: ["'", "O'Doe"],
})
