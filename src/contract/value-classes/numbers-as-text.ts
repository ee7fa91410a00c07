import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const numbersAsText: ValueClass = textClass({
  id: 'numbers-as-text',
  why: 'is a number to a careless reader, and another one when it is written again',
  arrives: AS_IT_IS,
  values: [
    '0',
    '-0',
    '01234',
    '1.0',
    '1e5',
    '0x1F',
    '12345678901234567890',
    '1e400',
    '+4930123456',
  ],
})
