import { EMAIL_ADDRESSES } from '../../marketo/field-types/email-address.ts'
import { AS_IT_IS_OR_HTML, type ValueClass } from '../value-class.ts'

/** An e-mail field may hold other texts as well (email-values); these it holds in any case. */
export const oddAddresses: ValueClass = {
  id: 'odd-addresses',
  why: 'is an e-mail address with signs that formats and encodings read',
  arrives: AS_IT_IS_OR_HTML,
  values: ({ type }) => (type === 'email' ? EMAIL_ADDRESSES : []),
}
