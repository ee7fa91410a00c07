import { Lexer } from 'yaml'
import type { Span } from '../base/span.ts'
import type { SourceFile } from './source-file.ts'

/** A comment of a YAML file. */
export interface SourceComment {
  readonly at: Span
  /** From the `#` to the end of the line. */
  readonly text: string
  /** False where something stands before it on its line. */
  readonly isAlone: boolean
}

/** What the reader puts before a plain text and before the lines of a block: the next piece is no comment. */
const SCALAR_MARK = '\u001f'

/** The comments of a YAML file, in their order; a `#` in a text or in a block of text begins none. */
export function readComments(file: SourceFile): readonly SourceComment[] {
  const comments: SourceComment[] = []
  let offset = 0
  let before = ''
  for (const piece of new Lexer().lex(file.text)) {
    // Marks between the pieces stand in no file.
    const isWritten = file.text.startsWith(piece, offset)
    if (isWritten && piece.startsWith('#') && before !== SCALAR_MARK) {
      comments.push(commentAt(file, offset, piece))
    }
    if (isWritten) offset += piece.length
    before = piece
  }
  return comments
}

function commentAt({ path, text }: SourceFile, start: number, comment: string): SourceComment {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return {
    at: { file: path, start, end: start + comment.length },
    text: comment,
    isAlone: /^[ \t\ufeff-]*$/.test(text.slice(lineStart, start)),
  }
}
