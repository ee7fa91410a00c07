import { findNamedValue, type NamedValue } from '../named-values.ts'
import type { TokenKind } from '../token-kind.ts'

const SOURCE = 'Experience League, "Trigger Tokens for Interesting Moments"'

/** Documented trigger tokens, and the chat tokens of Adobe's Sales Qualifier recipe. */
const NAMES: readonly string[] = [
  'Name',
  'Link',
  'Subject',
  'Category',
  'Details',
  'Web Page',
  'Client IP Address',
  'Sent By',
  'Received By',
  'Referrer',
  'Search Engine',
  'Search Query',
  'Browser',
  'Agent Name',
  'Agent Email',
  'Conversation Status',
  'Conversation Summary',
  'Goal name',
  'meeting status',
  'Scheduled For',
  'Document Name',
  'Document URL',
  'Page URL',
]

const VALUES: readonly NamedValue[] = [
  { name: 'Trigger Name', type: 'string', isAlwaysSet: true },
  ...NAMES.map((name) => ({ name, type: 'text', isAlwaysSet: false }) as const),
]

export const triggerTokens: TokenKind = {
  namespace: 'trigger',
  title: 'trigger',
  scope: 'trigger',
  source: SOURCE,
  find: (name) => findNamedValue(name, VALUES, SOURCE),
  names: () => VALUES.map((value) => value.name),
}
