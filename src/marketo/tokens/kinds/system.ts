import { findNamedValue, type NamedValue } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

const SOURCE = 'Experience League, "System Tokens Glossary"'

/** The three links make sense in e-mails only; `munchkinId` is known from Adobe's Sales Qualifier recipe. */
const VALUES: readonly NamedValue[] = [
  { name: 'date', type: 'string', isAlwaysSet: true },
  { name: 'time', type: 'string', isAlwaysSet: true },
  { name: 'dateTime', type: 'datetime', isAlwaysSet: true },
  { name: 'munchkinId', type: 'string', isAlwaysSet: true },
  { name: 'forwardToFriendLink', type: 'url', isAlwaysSet: false },
  { name: 'unsubscribeLink', type: 'url', isAlwaysSet: false },
  { name: 'viewAsWebpageLink', type: 'url', isAlwaysSet: false },
]

export const systemTokens: TokenKind = {
  namespace: 'system',
  title: 'system',
  scope: 'always',
  source: SOURCE,
  find: (name) => findNamedValue(name, VALUES, SOURCE),
  names: () => VALUES.map((value) => value.name),
}
