import { visibleText } from '../../base/visible-text.ts'
import type { RenderedToken } from '../../emulate/build-request.ts'

/** A text in stretches, which put together are the text. */
export interface MarkedText {
  readonly stretches: readonly Stretch[]
  /** In characters as people count them. */
  readonly characters: number
  /** In bytes of UTF-8: what goes over the wire. */
  readonly bytes: number
}

/** A stretch that a token became, or of static text. An empty one is where a token became nothing. */
export interface Stretch {
  readonly glyphs: readonly Glyph[]
  /** The token as written, braces included. */
  readonly raw: string | undefined
}

/** Characters that can be read as they are, or one that cannot be seen, with its spelling. */
export interface Glyph {
  readonly text: string
  /** `\u{200d}`; undefined for what can be read. */
  readonly spelling: string | undefined
}

/** Where tokens came to stand in a text. */
export function markTokens(text: string, tokens: readonly RenderedToken[]): MarkedText {
  const stretches: Stretch[] = []
  let at = 0
  for (const { start, end, use } of tokens) {
    if (start > at) stretches.push({ glyphs: glyphsOf(text.slice(at, start)), raw: undefined })
    stretches.push({ glyphs: glyphsOf(text.slice(start, end)), raw: use.token.raw })
    at = end
  }
  if (at < text.length) stretches.push({ glyphs: glyphsOf(text.slice(at)), raw: undefined })
  return { stretches, characters: [...text].length, bytes: new TextEncoder().encode(text).length }
}

/** Line feeds stay: they are seen as what they are. */
function glyphsOf(text: string): readonly Glyph[] {
  const glyphs: Glyph[] = []
  let plain = ''
  for (const character of text) {
    const spelling = character === '\n' ? character : visibleText(character)
    if (spelling === character) {
      plain += character
      continue
    }
    if (plain !== '') glyphs.push({ text: plain, spelling: undefined })
    glyphs.push({ text: character, spelling })
    plain = ''
  }
  return plain === '' ? glyphs : [...glyphs, { text: plain, spelling: undefined }]
}
