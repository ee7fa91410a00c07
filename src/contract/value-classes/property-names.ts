import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const propertyNames: ValueClass = textClass({
  id: 'property-names',
  why: 'is a member that every object has',
  arrives: AS_IT_IS,
  values: ['__proto__', 'constructor', 'toString'],
})
