import { longestText } from '../stored-value.ts'
import type { ValueClass } from '../value-class.ts'
import { fieldTypeNamed } from '../../marketo/field-types/field-types.ts'

export const longest: ValueClass = {
  id: 'longest',
  why: 'is as long as Marketo stores it, in characters or in bytes',
  values: (field) =>
    fieldTypeNamed(field.type).form === 'text'
      ? [longestText(field, 'x'), longestText(field, '漢')]
      : [],
}
