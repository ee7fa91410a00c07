import { textClass, type ValueClass } from '../value-class.ts'

export const halfACharacter: ValueClass = textClass({
  id: 'half-a-character',
  why: 'was cut within a character outside the basic plane',
  arrives: 'as U+FFFD or as it is, or cut before it (astral)',
  values: ['\ud83d', 'a\ude00b'],
})
