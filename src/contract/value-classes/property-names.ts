import { textClass, type ValueClass } from '../value-class.ts'

export const propertyNames: ValueClass = textClass(
  'property-names',
  'is a member that every object has',
  ['__proto__', 'constructor', 'toString'],
)
