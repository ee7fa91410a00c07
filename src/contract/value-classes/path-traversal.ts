import { textClass, type ValueClass } from '../value-class.ts'

export const pathTraversal: ValueClass = textClass(
  'path-traversal',
  'leaves the folder that a path was meant for',
  ['../', '..%2f..'],
)
