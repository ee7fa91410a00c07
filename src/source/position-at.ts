import type { SourceFile } from './source-file.ts'

/** A place as people count: both from 1, columns in UTF-16 units as editors and SARIF do. */
export interface Position {
  readonly line: number
  readonly column: number
}

const tables = new WeakMap<SourceFile, readonly number[]>()

/** The place of an offset; one beyond the end is the end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const end = Math.min(offset, file.text.length)
  return { line: low + 1, column: end - (starts[low] ?? 0) + 1 }
}

/** A line's text without its line break; empty beyond the last line. Lines count from 1. */
export function lineTextAt(file: SourceFile, line: number): string {
  const starts = lineStarts(file)
  const start = starts[line - 1]
  if (start === undefined) return ''
  return file.text.slice(start, starts[line] ?? file.text.length).replace(/\r?\n$/, '')
}

function lineStarts(file: SourceFile): readonly number[] {
  const known = tables.get(file)
  if (known !== undefined) return known
  const starts = [0, ...[...file.text.matchAll(/\n/g)].map((found) => found.index + 1)]
  tables.set(file, starts)
  return starts
}
