import { textClass, type ValueClass } from '../value-class.ts'

export const blank: ValueClass = textClass('blank', 'looks empty and is not', [' ', '   ', ' a '])
