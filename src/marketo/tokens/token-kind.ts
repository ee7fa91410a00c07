import type { FieldDefinition } from '../fields/field-definition.ts'

/** Where the calling campaign must stand for a namespace to have values. */
export type TokenScope = 'always' | 'campaign' | 'program' | 'trigger' | 'unsupported'

/** What a namespace may look its names up in: everything is handed over, nothing is global. */
export interface TokenScopeContents {
  /** Standard fields, and the custom fields that the definition declares. */
  readonly fields: readonly FieldDefinition[]
  /** My Tokens of the calling campaign's program: name and type. */
  readonly myTokens: readonly MyTokenDefinition[]
}

export interface MyTokenDefinition {
  readonly name: string
  readonly type: MyTokenType
}

export type MyTokenType =
  | 'text'
  | 'number'
  | 'date'
  | 'rich text'
  | 'score'
  | 'sfdc campaign'
  | 'calendar file'
  | 'email script'

/** A namespace of tokens (`lead`, `my`, `trigger`, …). The open set is listed in `token-kinds.ts`. */
export interface TokenKind {
  readonly namespace: string
  readonly title: string
  readonly scope: TokenScope
  /** Where the fact that this namespace works in webhooks is written. */
  readonly source: string
  /** The field behind a name, compared without regard to case; undefined when there is none. */
  readonly find: (name: string, contents: TokenScopeContents) => FieldDefinition | undefined
  /** Every name that could have been written, for suggestions and completion. */
  readonly names: (contents: TokenScopeContents) => readonly string[]
}
