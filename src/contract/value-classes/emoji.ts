import { textClass, type ValueClass } from '../value-class.ts'

export const emoji: ValueClass = textClass({
  id: 'emoji',
  why: 'lies outside the basic plane: one character to some readers, two to others',
  arrives: 'as it is, or cut before it (astral)',
  values: ['😀', '👩\u200d💻', '🇩🇪'],
})
