import { spanWithin, type LocatedText } from '../base/located-text.ts'
import type { Fix } from '../diagnostic/finding.ts'

type Edits = Fix['edits']

/** What means itself in a text of every style, quoted or not. */
const PLAIN = /^[\w .:={}()/-]*$/

/** What is a text without quotes. */
const PLAIN_TEXT = /^[A-Za-z][\w]*(?: [\w]+)*$/

const NO_TEXTS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/**
 * Replaces a stretch of a text where it is written.
 * None where a variable stands there, whose value is written elsewhere and for more than this place,
 * and none for a text that would need quotes or escapes.
 */
export function editWithin(
  text: LocatedText,
  { start, end }: { readonly start: number; readonly end: number },
  replacement: string,
): Edits | undefined {
  const touched = text.pieces.filter((piece) => piece.end > start && piece.start < end)
  if (touched.length === 0 || touched.some(({ isVariable }) => isVariable === true))
    return undefined
  if (!PLAIN.test(replacement)) return undefined
  return [{ at: spanWithin(text, start, end), text: replacement }]
}

/** Replaces a whole text, with its quotes. */
export function editWhole(text: LocatedText, replacement: string): Edits | undefined {
  if (text.pieces.some(({ isVariable }) => isVariable === true)) return undefined
  const isText = PLAIN_TEXT.test(replacement) || /^[0-9]+ [a-z]+$/.test(replacement)
  if (!isText || NO_TEXTS.has(replacement.toLowerCase())) return undefined
  return [{ at: text.at, text: replacement }]
}

/** The fix that these edits are; none where one of them cannot be made. */
export function fixOf(
  title: string,
  edits: readonly (Edits | undefined)[],
): { readonly fix?: Fix } {
  const made = edits.flatMap((each) => each ?? [])
  return edits.every((each) => each !== undefined) ? { fix: { title, edits: made } } : {}
}
