import type { LocatedText, Piece } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'

/** Collects a text stretch by stretch, each with the source it was written as. */
export interface PieceBuilder {
  /** Appends `text`, written as the source `[start, end)`; nothing happens for the empty text. */
  readonly add: (text: string, start: number, end: number) => void
  readonly value: () => string
  readonly finish: (at: Span) => LocatedText
}

/** An empty builder for a text of one file. */
export function pieceBuilder(file: string): PieceBuilder {
  const pieces: Piece[] = []
  let value = ''
  return {
    add: (text, start, end) => {
      if (text === '') return
      const piece = {
        start: value.length,
        end: value.length + text.length,
        at: { file, start, end },
      }
      value += text
      const joined = join(pieces.at(-1), piece)
      if (joined === undefined) pieces.push(piece)
      else pieces[pieces.length - 1] = joined
    },
    value: () => value,
    finish: (at) => ({ value, at, pieces }),
  }
}

/** Two neighbours that both correspond unit by unit are one piece. */
function join(before: Piece | undefined, piece: Piece): Piece | undefined {
  if (before === undefined || before.at.end !== piece.at.start) return undefined
  if (!isUnitByUnit(before) || !isUnitByUnit(piece)) return undefined
  return { start: before.start, end: piece.end, at: { ...before.at, end: piece.at.end } }
}

function isUnitByUnit({ start, end, at }: Piece): boolean {
  return end - start === at.end - at.start
}
