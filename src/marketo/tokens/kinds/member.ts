import { findNamedValue, findOwnedField, type NamedValue } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

const SOURCE = 'Experience League, "Program Member Custom Field Tokens"'

/** Besides program member custom fields; Program Member Status is not supported. */
const VALUES: readonly NamedValue[] = [
  { name: 'webinar url', type: 'url', isAlwaysSet: false },
  { name: 'registration code', type: 'string', isAlwaysSet: false },
]

export const memberTokens: TokenKind = {
  namespace: 'member',
  title: 'program member',
  scope: 'program',
  source: SOURCE,
  find: (name, { fields }) =>
    findOwnedField(name, 'member', fields) ?? findNamedValue(name, VALUES, SOURCE),
  names: ({ fields }) => [
    ...fields.flatMap(({ owner, displayName }) => (owner === 'member' ? [displayName] : [])),
    ...VALUES.map((value) => value.name),
  ],
}
