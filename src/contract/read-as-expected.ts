import type { TokenUse } from '../compile/compiled-program.ts'
import type { ShownValue } from '../marketo/encodings/encoding.ts'

/** What stands in one text of a request: static text and tokens, in their order. */
export type TextPieces = readonly (string | TokenUse)[]

type Shown = Extract<ShownValue, { readonly status: 'value' }>

/** Whether what is read is what its tokens show. A default, or nothing, is what the definition says, and the schema's matter. */
export function isAsExpected(
  read: unknown,
  pieces: TextPieces,
  shown: ReadonlyMap<string, ShownValue>,
): boolean {
  const text = expectedText(pieces, shown)
  if (text === undefined || isSameText(read, text)) return true
  const [only] = pieces
  const value = typeof only === 'object' && pieces.length === 1 ? shown.get(only.key) : undefined
  return value?.status === 'value' && isSame(read, value)
}

/** Undefined where a token shows a default or nothing. */
export function expectedText(
  pieces: TextPieces,
  shown: ReadonlyMap<string, ShownValue>,
): string | undefined {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const value = shown.get(piece.key)
    if (value?.status !== 'value') return undefined
    text += value.text
  }
  return text
}

/** A form carries texts only; elsewhere numbers are compared as numbers, and a Boolean may be quoted. */
export function isSame(read: unknown, shown: Shown): boolean {
  if (isSameText(read, shown.text)) return true
  if (shown.form === 'number') return typeof read === 'number' && read === Number(shown.text)
  return shown.form === 'boolean' && String(read) === shown.text
}

/** Half a character becomes U+FFFD in every UTF-8 encoder: that is no harm that a definition does. */
export function isSameText(read: unknown, text: string): boolean {
  return read === text || (typeof read === 'string' && wellFormed(read) === wellFormed(text))
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
