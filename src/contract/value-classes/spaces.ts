import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const spaces: ValueClass = textClass({
  id: 'spaces',
  why: 'has a space, + or %20 in a form, or one that is not what it looks like',
  arrives: AS_IT_IS,
  values: ['a b', 'a\u00a0b', 'a\u3000b', 'a\u200bb', '\ufeffa'],
})
