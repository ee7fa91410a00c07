import { decodeBlock } from '../decode-block-scalar.ts'
import { pieceBuilder } from '../piece-builder.ts'
import type { ScalarNode } from '../source-node.ts'
import { findLine, trimmedSpan, type SimpleReading } from './simple-reading.ts'

const HEADER = /([|>]-?) *(?: #[^\n]*)?\n/y

/** A text of several lines below `|` or `>`; undefined for one that is unusual or empty. */
export function readSimpleBlockText(
  reading: SimpleReading,
  parentIndent: number,
): ScalarNode | undefined {
  const { text, at: start, file } = reading
  HEADER.lastIndex = start
  const header = HEADER.exec(text)?.[1]
  if (header === undefined) return undefined
  const offset = HEADER.lastIndex
  const end = endOfText(text, offset, parentIndent)
  if (end === undefined) return undefined
  const builder = pieceBuilder(file)
  decodeBlock({ offset, header, parentIndent, source: text.slice(offset, end) }, builder)
  const at = trimmedSpan(reading, start, end)
  reading.at = end
  reading.end = at.end
  if (!findLine(reading)) return undefined
  return { kind: 'scalar', at, value: builder.value(), text: builder.finish(at) }
}

/** Behind the last line that is indented as the first one is; undefined where spaces alone are part of the text. */
function endOfText(text: string, start: number, parentIndent: number): number | undefined {
  let indent: number | undefined
  let end: number | undefined
  for (let line = start; line < text.length; line = text.indexOf('\n', line) + 1) {
    const column = columnOf(text, line)
    const isBlank = text.charAt(line + column) === '\n'
    if (isBlank && column > (indent ?? 0)) return undefined
    if (isBlank) continue
    if (column < (indent ?? parentIndent + 1)) break
    indent ??= column
    end = text.indexOf('\n', line) + 1
  }
  return end
}

function columnOf(text: string, line: number): number {
  let at = line
  while (text.charAt(at) === ' ') at += 1
  return at - line
}
