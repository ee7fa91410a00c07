import type { MappingEntry, SourceNode } from '../source-node.ts'
import { readSimpleScalar } from './read-simple-scalar.ts'
import { isGap, nextInFlow, spanOf, type FlowPlace, type SimpleReading } from './simple-reading.ts'
import { standsTwice } from './stands-twice.ts'

const DEEPEST = 16
const IN_FLOW = { isInFlow: true }

/** A collection in braces or brackets, from where it opens; undefined for one that is unusual. */
export function readSimpleFlow(reading: SimpleReading, place: FlowPlace): SourceNode | undefined {
  if (place.depth > DEEPEST) return undefined
  const isMapping = reading.text.charAt(reading.at) === '{'
  return isMapping ? readFlowMapping(reading, place) : readFlowSequence(reading, place)
}

function readFlowMapping(reading: SimpleReading, place: FlowPlace): SourceNode | undefined {
  const start = reading.at
  const entries: MappingEntry[] = []
  const isRead = readItems(reading, place, '}', () => {
    const entry = readEntry(reading, place)
    if (entry === undefined || standsTwice(entry.key, entries)) return false
    entries.push(entry)
    return true
  })
  if (!isRead) return undefined
  return { kind: 'mapping', at: spanOf(reading, start, reading.at), entries }
}

function readFlowSequence(reading: SimpleReading, place: FlowPlace): SourceNode | undefined {
  const start = reading.at
  const items: SourceNode[] = []
  const isRead = readItems(reading, place, ']', () => {
    const item = readItem(reading, place)
    if (item !== undefined) items.push(item)
    return item !== undefined
  })
  if (!isRead) return undefined
  return { kind: 'sequence', at: spanOf(reading, start, reading.at), items }
}

/** From the opening to behind the closing mark; false where an item cannot be read, or no comma follows it. */
function readItems(
  reading: SimpleReading,
  place: FlowPlace,
  close: string,
  readNext: () => boolean,
): boolean {
  reading.at += 1
  let next = nextInFlow(reading, place)
  while (next !== close) {
    if (next === '' || !readNext()) return false
    next = nextInFlow(reading, place)
    if (next === ',') {
      reading.at += 1
      next = nextInFlow(reading, place)
    } else if (next !== close) return false
  }
  reading.at += 1
  return true
}

function readEntry(reading: SimpleReading, place: FlowPlace): MappingEntry | undefined {
  const key = readSimpleScalar(reading, IN_FLOW)
  if (key === undefined || !isFollowedByValue(reading)) return undefined
  reading.at += 1
  const value = nextInFlow(reading, place) === '' ? undefined : readItem(reading, place)
  return value === undefined ? undefined : { key, value }
}

function isFollowedByValue({ text, at }: SimpleReading): boolean {
  return text.charAt(at) === ':' && isGap(text.charCodeAt(at + 1))
}

function readItem(reading: SimpleReading, place: FlowPlace): SourceNode | undefined {
  const first = reading.text.charAt(reading.at)
  if (first !== '{' && first !== '[') return readSimpleScalar(reading, IN_FLOW)
  return readSimpleFlow(reading, { ...place, depth: place.depth + 1 })
}
