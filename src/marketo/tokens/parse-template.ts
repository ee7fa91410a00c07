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

const DEFAULT_MARK = ':default='

/**
 * Splits a text into what travels as it is and the tokens in it; the parts put together are the text.
 * Token syntax: Experience League, "Tokens Overview". How braces beside a token are read is documented
 * nowhere: of three in a row the first is text, so `{"a":{{{lead.X}}}}` holds one token in an object.
 */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  while (at < text.length) {
    const start = nextToken(text, at)
    if (start > at) parts.push({ kind: 'text', start: at, end: start, text: text.slice(at, start) })
    if (start === text.length) break
    const token = readToken(text, start)
    parts.push(token)
    at = token.end
  }
  return parts
}

/** Where the next token begins, or the text's end. */
function nextToken(text: string, from: number): number {
  let found = text.indexOf('{{', from)
  if (found === -1) return text.length
  while (text[found + 2] === '{') found += 1
  return found
}

function readToken(text: string, start: number): TokenPart {
  const close = text.indexOf('}}', start)
  const nested = text.indexOf('{{', start + 2)
  const isOpen = close === -1 || (nested !== -1 && nested < close)
  const end = isOpen ? (nested === -1 ? lineEnd(text, start) : nested) : close + 2
  const raw = text.slice(start, end)
  const inner = isOpen ? raw.slice(2) : raw.slice(2, -2)
  const { path, defaultText, flaw } = splitDefault(inner)
  const dot = path.indexOf('.')
  const namespace = dot === -1 ? '' : path.slice(0, dot).trim()
  const name = path.slice(dot + 1).trim()
  return {
    kind: 'token',
    start,
    end,
    raw,
    namespace,
    name,
    defaultText,
    flaw: isOpen ? 'unclosed' : (flaw ?? nameFlaw(namespace, name)),
  }
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found === -1 ? text.length : found
}

function splitDefault(inner: string): {
  readonly path: string
  readonly defaultText: string | undefined
  readonly flaw: TokenFlaw | undefined
} {
  const mark = inner.indexOf(DEFAULT_MARK)
  if (mark !== -1) {
    const defaultText = inner.slice(mark + DEFAULT_MARK.length)
    return { path: inner.slice(0, mark), defaultText, flaw: undefined }
  }
  const slip = /\s*(?::\s*default\b|=)/i.exec(inner)
  if (slip === null) return { path: inner, defaultText: undefined, flaw: undefined }
  return { path: inner.slice(0, slip.index), defaultText: undefined, flaw: 'malformed-default' }
}

function nameFlaw(namespace: string, name: string): TokenFlaw | undefined {
  if (namespace === '') return 'no-namespace'
  return name === '' ? 'blank-name' : undefined
}
