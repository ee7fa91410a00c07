/** A stretch of a template: text that travels as it is, or a token that Marketo replaces. */
export type TemplatePart = TextPart | TokenPart

export interface TextPart {
  readonly kind: 'text'
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `{{namespace.name:default=text}}`, exactly as written. */
export interface TokenPart {
  readonly kind: 'token'
  readonly start: number
  readonly end: number
  /** The token as written, braces included. */
  readonly raw: string
  /** As written; compare without regard to case. Empty when the token has no dot. */
  readonly namespace: string
  /** As written, a display name with its spaces; compare without regard to case. */
  readonly name: string
  /** The text after `:default=`; undefined when the token has no default. */
  readonly defaultText: string | undefined
  /** What is wrong with the token's form, where something is: a slip that Marketo would not report. */
  readonly flaw: TokenFlaw | undefined
}

/** `malformed-default`: `{{lead.X=edit me}}`. `unclosed`: no `}}` follows. `no-namespace`: `{{X}}`. `blank-name`: `{{lead.}}`. */
export type TokenFlaw = 'malformed-default' | 'unclosed' | 'no-namespace' | 'blank-name'
