import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const pathTraversal: ValueClass = textClass({
  id: 'path-traversal',
  why: 'leaves the folder that a path was meant for',
  arrives: AS_IT_IS,
  values: ['..', '.', '../', '..%2f..', '%2e%2e'],
})
