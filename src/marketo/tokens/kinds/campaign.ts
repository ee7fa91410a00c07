import { findNamedValue, type NamedValue } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

const SOURCE = 'Experience League, "Tokens Overview"'

const VALUES: readonly NamedValue[] = [
  { name: 'name', type: 'string', isAlwaysSet: true },
  { name: 'id', type: 'integer', isAlwaysSet: true },
  { name: 'description', type: 'text', isAlwaysSet: false },
]

export const campaignTokens: TokenKind = {
  namespace: 'campaign',
  title: 'campaign',
  scope: 'campaign',
  source: SOURCE,
  find: (name) => findNamedValue(name, VALUES, SOURCE),
  names: () => VALUES.map((value) => value.name),
}
