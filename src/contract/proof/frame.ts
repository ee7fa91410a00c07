import type { CompiledPart, TokenUse } from '../../compile/compiled-program.ts'
import type { PlacedToken, TokenContext } from '../../marketo/body-formats/body-format.ts'

/** A part of a request with one token left open, and everything else written out around it. */
export type Frame = readonly [before: string, ...rest: readonly string[]]

/** Where tokens name or shape something: one harmless text does not stand for all others. */
export const NAMING: readonly TokenContext[] = [
  'json-key',
  'form-key',
  'xml-markup',
  'url-host',
  'url-query-key',
]

/** What stands for another token behind the text so far; undefined where it is as open as the token itself. */
export type TextInPlaceOf = (use: TokenUse, before: string) => string | undefined

/** The part around one of its tokens. */
export function frameAround(
  parts: readonly CompiledPart[],
  open: TokenUse,
  textInPlaceOf: TextInPlaceOf,
): Frame {
  const pieces: string[] = []
  let text = ''
  for (const part of parts) {
    const piece = textOf(part, open, textInPlaceOf, text)
    if (piece === undefined) pieces.push(text)
    text = piece === undefined ? '' : text + piece
  }
  const [before = '', ...rest] = [...pieces, text]
  return [before, ...rest]
}

function textOf(
  part: CompiledPart,
  open: TokenUse,
  textInPlaceOf: TextInPlaceOf,
  before: string,
): string | undefined {
  if (part.kind === 'text') return part.text
  return part === open ? undefined : textInPlaceOf(part, before)
}

/** Texts that do no harm at a place, the first that can be read is the one to take. `nth` keeps names apart. */
export function harmlessTexts(
  { context, isAlone }: PlacedToken,
  before: string,
  nth: number,
): readonly [string, ...string[]] {
  switch (context) {
    case 'json-value':
      return ['1']
    case 'json-key':
      return isAlone && !before.endsWith('"') ? [`"x${nth}"`] : [`x${nth}`]
    case 'form-key':
    case 'xml-markup':
    case 'url-query-key':
      return [`x${nth}`]
    case 'url-host':
      return ['1', 'x', 'https', 'https://x.example']
    default:
      return ['x']
  }
}
