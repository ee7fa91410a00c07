import { AS_IT_IS_OR_HTML, textClass, type ValueClass } from '../value-class.ts'

export const xmlFragment: ValueClass = textClass({
  id: 'xml-fragment',
  why: 'adds an element or an attribute of its own to an XML document',
  arrives: AS_IT_IS_OR_HTML,
  values: [
    '<admin/>',
    '</a><admin>true</admin><a>',
    '" admin="true',
    ']]><admin/><![CDATA[',
    '&x;',
  ],
})
