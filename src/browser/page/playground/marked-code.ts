import type { Glyph, MarkedText } from '../../playground/mark-tokens.ts'
import { make } from '../make.ts'

/** A text with the places of its tokens. The element's text is the text, character for character. */
export function markedCode({ stretches }: MarkedText): readonly (Node | string)[] {
  return stretches.flatMap(({ glyphs, raw }) => {
    const shown = glyphs.map(showGlyph)
    if (raw === undefined) return shown
    const isEmpty = glyphs.length === 0
    const name = isEmpty ? 'playground-token is-empty' : 'playground-token'
    return [make('mark', { class: name, title: isEmpty ? `${raw} is empty` : raw }, ...shown)]
  })
}

/** What cannot be seen is there, without size; its spelling stands before it and is no text of the element. */
function showGlyph({ text, spelling }: Glyph): Node | string {
  if (spelling === undefined) return text
  return make('span', { class: 'playground-unseen', 'data-spelling': spelling }, text)
}
