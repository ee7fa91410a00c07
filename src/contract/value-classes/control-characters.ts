import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const controlCharacters: ValueClass = textClass({
  id: 'control-characters',
  why: 'may not stand in JSON unescaped, nor in XML at all',
  arrives: AS_IT_IS,
  values: ['\u0000', '\u0001', '\u001b[31m', '\u007f', '\b\f', '\ufffe'],
})
