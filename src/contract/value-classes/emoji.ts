import { textClass, type ValueClass } from '../value-class.ts'

export const emoji: ValueClass = textClass(
  'emoji',
  'lies outside the basic plane, and may cut the stored value',
  ['😀', '👩\u200d💻', '🇩🇪'],
)
