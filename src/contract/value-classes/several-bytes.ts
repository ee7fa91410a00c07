import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const severalBytes: ValueClass = textClass({
  id: 'several-bytes',
  why: 'is several bytes a letter in UTF-8: another character set spoils it, and no header can carry most of it',
  arrives: AS_IT_IS,
  values: ['é', 'Zoë Müller', 'Łódź', '漢字'],
})
