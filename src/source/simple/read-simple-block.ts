import type { MappingEntry, ScalarNode, SourceNode } from '../source-node.ts'
import { readSimpleBlockText } from './read-simple-block-text.ts'
import { readSimpleFlow } from './read-simple-flow.ts'
import { readSimpleScalar } from './read-simple-scalar.ts'
import { endLine, isGap, skipSpaces, trimmedSpan, type SimpleReading } from './simple-reading.ts'
import { standsTwice } from './stands-twice.ts'

const DEEPEST = 32
/** The parser allows keys up to 1,024 characters. */
const LONGEST_KEY = 1000
const IN_LINES = { isInFlow: false }

/** A map or list in lines, whose first line stands in a column; undefined for one that is unusual. */
export function readSimpleBlock(
  reading: SimpleReading,
  column: number,
  depth: number,
): SourceNode | undefined {
  if (depth > DEEPEST) return undefined
  return isItem(reading)
    ? readSequence(reading, column, depth)
    : readMapping(reading, column, depth)
}

function readMapping(
  reading: SimpleReading,
  column: number,
  depth: number,
): SourceNode | undefined {
  const start = reading.at
  const entries: MappingEntry[] = []
  do {
    const key = readKey(reading)
    if (key === undefined || standsTwice(key, entries)) return undefined
    const value = readValue(reading, column, depth)
    if (value === undefined) return undefined
    entries.push({ key, value })
  } while (reading.column === column)
  if (reading.column > column) return undefined
  return { kind: 'mapping', at: trimmedSpan(reading, start, reading.end), entries }
}

/** To behind the colon; "<<" merges maps, which is refused elsewhere. */
function readKey(reading: SimpleReading): ScalarNode | undefined {
  const start = reading.at
  const key = readSimpleScalar(reading, IN_LINES)
  const { text, at } = reading
  const isKey = text.charAt(at) === ':' && isGap(text.charCodeAt(at + 1))
  if (key === undefined || !isKey || at - start > LONGEST_KEY) return undefined
  reading.at += 1
  return key.text.value === '<<' ? undefined : key
}

function readSequence(
  reading: SimpleReading,
  column: number,
  depth: number,
): SourceNode | undefined {
  const start = reading.at
  const items: SourceNode[] = []
  do {
    reading.at += 1
    const item = readListItem(reading, column, depth)
    if (item === undefined) return undefined
    items.push(item)
  } while (reading.column === column && isItem(reading))
  if (reading.column >= column) return undefined
  return { kind: 'sequence', at: trimmedSpan(reading, start, reading.end), items }
}

/** What stands behind "- " may be a map or list itself, in the column in which it begins. */
function readListItem(
  reading: SimpleReading,
  column: number,
  depth: number,
): SourceNode | undefined {
  const behindDash = reading.at
  skipSpaces(reading)
  return readInside(reading, { column, inner: column + 1 + reading.at - behindDash, depth })
}

function readValue(reading: SimpleReading, column: number, depth: number): SourceNode | undefined {
  skipSpaces(reading)
  const { text, at } = reading
  if (text.charAt(at) !== '\n' && text.charAt(at) !== '#') return readBehind(reading, column)
  if (!endLine(reading) || reading.column <= column) return undefined
  return readInside(reading, { column, inner: reading.column, depth })
}

interface Inside {
  /** Of the map or list around it. */
  readonly column: number
  /** In which it begins itself. */
  readonly inner: number
  readonly depth: number
}

function readInside(
  reading: SimpleReading,
  { column, inner, depth }: Inside,
): SourceNode | undefined {
  const isBlock = isItem(reading) || beginsWithKey(reading)
  return isBlock ? readSimpleBlock(reading, inner, depth + 1) : readBehind(reading, column)
}

function beginsWithKey(reading: SimpleReading): boolean {
  const { at } = reading
  const key = readKey(reading)
  reading.at = at
  return key !== undefined
}

/** A text or a collection in braces, and the rest of its last line. */
function readBehind(reading: SimpleReading, column: number): SourceNode | undefined {
  const first = reading.text.charAt(reading.at)
  if (first === '|' || first === '>') return readSimpleBlockText(reading, column)
  const value =
    first === '{' || first === '['
      ? readSimpleFlow(reading, { parentColumn: column, depth: 0 })
      : readSimpleScalar(reading, IN_LINES)
  return value !== undefined && endLine(reading) ? value : undefined
}

function isItem({ text, at }: SimpleReading): boolean {
  return text.charAt(at) === '-' && isGap(text.charCodeAt(at + 1))
}
