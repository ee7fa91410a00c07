import { textClass, type ValueClass } from '../value-class.ts'

export const spaces: ValueClass = textClass(
  'spaces',
  'are + or %20 in a form, and some are not what they look like',
  ['a b', 'a\u00a0b', 'a\u200bb', '\ufeffa'],
)
