import { findNamedValue, type NamedValue } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

const SOURCE = 'Experience League, "Tokens Overview"'

const VALUES: readonly NamedValue[] = [
  { name: 'name', type: 'string', isAlwaysSet: true },
  { name: 'id', type: 'integer', isAlwaysSet: true },
  { name: 'description', type: 'text', isAlwaysSet: false },
]

export const programTokens: TokenKind = {
  namespace: 'program',
  title: 'program',
  scope: 'program',
  source: SOURCE,
  find: (name) => findNamedValue(name, VALUES, SOURCE),
  names: () => VALUES.map((value) => value.name),
}
