import { textClass, type ValueClass } from '../value-class.ts'

export const headerInjection: ValueClass = textClass({
  id: 'header-injection',
  why: 'adds a header of its own',
  arrives: 'with a space for its line break, or as it is (line-breaks)',
  values: ['x\r\nX-Admin: 1'],
})
