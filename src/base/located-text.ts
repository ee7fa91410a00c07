import type { Span } from './span.ts'

/** A scalar's value together with the place where it was written. */
export interface Located<T> {
  readonly value: T
  readonly at: Span
}

/**
 * One stretch of a text's value and where it came from.
 * Where both have the same length they correspond unit by unit;
 * otherwise (an escape, a folded line break, a substituted variable) the stretch is indivisible.
 */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly at: Span
  /** True for what stands in the place of a `${name}`: only the name is written there. */
  readonly isVariable?: true
}

/** A text that knows, for every part of its value, the source it was written in. */
export interface LocatedText extends Located<string> {
  /** Ordered, gapless over the value; empty only for the empty text. */
  readonly pieces: readonly Piece[]
}

/** The source that the stretch `[start, end)` of a text's value was written as. */
export function spanWithin(text: LocatedText, start: number, end: number): Span {
  const first = text.pieces.find((piece) => piece.end > start)
  const last = text.pieces.findLast((piece) => piece.start < end)
  if (first === undefined || last === undefined || first.at.file !== last.at.file) return text.at
  const from = sourceOffset(first, start, first.at.start)
  const to = sourceOffset(last, end, last.at.end)
  return from <= to ? { file: first.at.file, start: from, end: to } : text.at
}

function sourceOffset(piece: Piece, offset: number, otherwise: number): number {
  return isUnitByUnit(piece) ? piece.at.start + (offset - piece.start) : otherwise
}

/** A chance likeness in length makes no variable divisible. */
export function isUnitByUnit({ start, end, at, isVariable }: Piece): boolean {
  return isVariable !== true && end - start === at.end - at.start
}
