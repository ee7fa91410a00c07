import type { TokenKind } from '../token-kind.ts'

/** Seen in one vendor's template, documented by nobody: treated as not available. */
export const socialTokens: TokenKind = {
  namespace: 'social',
  title: 'social',
  scope: 'unsupported',
  source: "Snowplow's documentation of its Marketo webhook",
  find: () => undefined,
  names: () => [],
}
