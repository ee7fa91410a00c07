import { textClass, type ValueClass } from '../value-class.ts'

export const halfACharacter: ValueClass = textClass(
  'half-a-character',
  'was cut within a character outside the basic plane; it arrives as U+FFFD or as it is',
  ['\ud83d', 'a\ude00b'],
)
