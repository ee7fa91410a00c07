import type { Span } from '../../base/span.ts'
import type { SourceFile } from '../source-file.ts'

/** How far a file has been read. Whatever reads on moves it; nothing else in the reader changes. */
export interface SimpleReading {
  readonly file: string
  readonly text: string
  /** Where reading goes on. */
  at: number
  /** The column of the line that comes next; -1 behind the last one. */
  column: number
  /** Behind what was read last, with the comment on its line. */
  end: number
}

export const SPACE = 32
const NEWLINE = 10
const HASH = 35

/** A reading that has come to the first line of a file. */
export function startReading({ path, text }: SourceFile): SimpleReading | undefined {
  const reading = { file: path, text, at: 0, column: -1, end: 0 }
  return findLine(reading) ? reading : undefined
}

/** True for what separates: a space, or the end of the line. */
export function isGap(code: number): boolean {
  return code === SPACE || code === NEWLINE
}

export function skipSpaces(reading: SimpleReading): void {
  while (reading.text.charCodeAt(reading.at) === SPACE) reading.at += 1
}

/** Goes to the next line that holds more than a comment; false where something else stands behind a value. */
export function endLine(reading: SimpleReading): boolean {
  reading.end = reading.at
  skipSpaces(reading)
  if (reading.text.charCodeAt(reading.at) === HASH) {
    if (!isGap(reading.text.charCodeAt(reading.at - 1))) return false
    skipComment(reading)
    reading.end = reading.at
  }
  if (reading.text.charCodeAt(reading.at) !== NEWLINE) return false
  reading.at += 1
  return findLine(reading)
}

/**
 * From the beginning of a line. False where a comment is indented more than what follows it: whether it
 * belongs to what stands before is for the parser to say.
 */
export function findLine(reading: SimpleReading): boolean {
  const { text } = reading
  let deepestComment = 0
  while (reading.at < text.length) {
    const lineStart = reading.at
    skipSpaces(reading)
    const column = reading.at - lineStart
    const code = text.charCodeAt(reading.at)
    if (code !== NEWLINE && code !== HASH) {
      reading.column = column
      return deepestComment <= column
    }
    if (code === HASH) {
      deepestComment = Math.max(deepestComment, column)
      skipComment(reading)
    }
    reading.at += 1
  }
  reading.column = -1
  return deepestComment === 0
}

/** What a collection in braces stands in. */
export interface FlowPlace {
  /** The column of the map or list in lines around it. */
  readonly parentColumn: number
  readonly depth: number
}

/** The next character within braces, behind line ends and comments; empty where it is not indented as it must be. */
export function nextInFlow(reading: SimpleReading, place: FlowPlace): string {
  const { text } = reading
  let lineStart = -1
  for (;;) {
    const code = text.charCodeAt(reading.at)
    if (code === HASH && isGap(text.charCodeAt(reading.at - 1))) skipComment(reading)
    else if (code === SPACE || code === NEWLINE) {
      reading.at += 1
      if (code === NEWLINE) lineStart = reading.at
    } else break
  }
  const next = text.charAt(reading.at)
  return lineStart === -1 || isIndented(next, reading.at - lineStart, place) ? next : ''
}

/** The end of the outermost braces may stand below the key that they belong to. */
function isIndented(next: string, column: number, { parentColumn, depth }: FlowPlace): boolean {
  if (column > parentColumn) return true
  return column === parentColumn && depth === 0 && (next === '}' || next === ']')
}

function skipComment(reading: SimpleReading): void {
  reading.at = reading.text.indexOf('\n', reading.at)
}

export function spanOf({ file }: SimpleReading, start: number, end: number): Span {
  return { file, start, end }
}

/** Without the white space behind the last character. */
export function trimmedSpan({ file, text }: SimpleReading, start: number, end: number): Span {
  return { file, start, end: start + text.slice(start, end).trimEnd().length }
}
