import { AS_IT_IS, textClass, type ValueClass } from '../value-class.ts'

export const lookAlikes: ValueClass = textClass({
  id: 'look-alikes',
  why: 'looks like a quote, a bracket or an ampersand, and is one after it was normalised or converted',
  arrives: AS_IT_IS,
  values: ['“Jane”', '’', '＂', '＜a＞＆'],
})
