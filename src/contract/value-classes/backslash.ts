import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const backslash: ValueClass = textClass({
  id: 'backslash',
  why: 'begins an escape in JSON, and is a quote to a reader that unescapes twice',
  arrives: AS_IT_IS_OR_HTML,
  values: ['\\', 'a\\', '\\n', 'C:\\new', '\\"', '\\u0022'],
})
