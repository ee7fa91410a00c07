import { visibleText } from '../base/visible-text.ts'
import type { Span } from '../base/span.ts'
import { positionAt, type Position } from '../source/position-at.ts'
import type { SourceFile } from '../source/source-file.ts'

/** A span as people read it. */
export interface Place {
  readonly file: string
  readonly start: Position
  readonly end: Position
}

/** Where a span stands; line 1 of a file whose text is not at hand. */
export function locate(span: Span, files: readonly SourceFile[]): Place {
  const file = files.find(({ path }) => path === span.file)
  if (file === undefined) {
    const nowhere = { line: 1, column: 1 }
    return { file: span.file, start: nowhere, end: nowhere }
  }
  return { file: span.file, start: positionAt(file, span.start), end: positionAt(file, span.end) }
}

/** `path:line:column`, as editors and terminals link it. */
export function showPlace({ file, start }: Place): string {
  return `${visibleText(file)}:${start.line}:${start.column}`
}
