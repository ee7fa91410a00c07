import type { FieldDefinition } from '../fields/field-definition.ts'
import type { TokenPart } from './parse-template.ts'
import type { TokenKind, TokenScopeContents } from './token-kind.ts'
import { tokenKindNamed } from './token-kinds.ts'

/** What a token stands for: its namespace and field, each undefined where it is unknown. */
export interface FoundToken {
  readonly kind: TokenKind | undefined
  readonly field: FieldDefinition | undefined
}

/** Looks a token up; a token with a flaw in its form stands for nothing. */
export function findTokenField(token: TokenPart, contents: TokenScopeContents): FoundToken {
  const kind = tokenKindNamed(token.namespace)
  const field = token.flaw === undefined ? kind?.find(token.name, contents) : undefined
  return { kind, field }
}
