import { findOwnedField } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

export const leadTokens: TokenKind = {
  namespace: 'lead',
  title: 'person',
  scope: 'always',
  source: 'Experience League, "Webhooks"',
  find: (name, { fields }) => findOwnedField(name, 'lead', fields),
  names: ({ fields }) =>
    fields.flatMap(({ owner, displayName }) => (owner === 'lead' ? [displayName] : [])),
}
