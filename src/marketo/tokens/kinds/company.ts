import { findOwnedField } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

export const companyTokens: TokenKind = {
  namespace: 'company',
  title: 'company',
  scope: 'always',
  source: 'Adobe Sales Qualifier documentation, "Set Up Marketing Highlights"',
  find: (name, { fields }) => findOwnedField(name, 'company', fields),
  names: ({ fields }) =>
    fields.flatMap(({ owner, displayName }) => (owner === 'company' ? [displayName] : [])),
}
