import type { TokenKind } from './token-kind.ts'
import { campaignTokens } from './kinds/campaign.ts'
import { companyTokens } from './kinds/company.ts'
import { leadTokens } from './kinds/lead.ts'
import { memberTokens } from './kinds/member.ts'
import { myTokens } from './kinds/my.ts'
import { programTokens } from './kinds/program.ts'
import { socialTokens } from './kinds/social.ts'
import { systemTokens } from './kinds/system.ts'
import { triggerTokens } from './kinds/trigger.ts'

/** Every namespace of tokens. A new one is one file in `kinds/` and its two lines here. */
export const TOKEN_KINDS: readonly TokenKind[] = [
  campaignTokens,
  companyTokens,
  leadTokens,
  memberTokens,
  myTokens,
  programTokens,
  socialTokens,
  systemTokens,
  triggerTokens,
]

/** The kind of a namespace, compared without regard to case; undefined for an unknown one. */
export function tokenKindNamed(namespace: string): TokenKind | undefined {
  return BY_NAMESPACE.get(namespace.toLowerCase())
}

const BY_NAMESPACE: ReadonlyMap<string, TokenKind> = new Map(
  TOKEN_KINDS.map((kind) => [kind.namespace, kind]),
)
