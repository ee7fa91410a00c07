import { longestText } from '../stored-value.ts'
import { AS_IT_IS, holdsFreeText, type ValueClass } from '../value-class.ts'

export const longest: ValueClass = {
  id: 'longest',
  why: 'is as long as Marketo stores it, in characters or in bytes, or one shorter',
  arrives: AS_IT_IS,
  values: (field) =>
    holdsFreeText(field)
      ? [longestText(field, 'x'), longestText(field, 'x').slice(1), longestText(field, '漢')]
      : [],
}
