import type { SourceFile } from '../source-file.ts'
import type { SourceNode } from '../source-node.ts'
import { readSimpleBlock } from './read-simple-block.ts'
import { startReading } from './simple-reading.ts'

/** Far below all limits of a file, so that none needs to be counted. */
const MOST_CHARACTERS = 50_000
/** What stands in few definitions: tabs, Windows line ends, control characters, marks of the encoding. */
const UNUSUAL = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]/
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:\s|$)/m

/**
 * Reads the YAML that definitions are written in: maps, lists and texts, with comments, without anchors,
 * tags, or plain and quoted texts of several lines. Undefined for everything else, and for every mistake:
 * the parser reads those, and this gives what the parser would give, in a tenth of the time.
 */
export function readSimpleYaml(file: SourceFile): SourceNode | undefined {
  const { text } = file
  if (text.length > MOST_CHARACTERS || !text.endsWith('\n')) return undefined
  if (UNUSUAL.test(text) || DOCUMENT_MARK.test(text)) return undefined
  const reading = startReading(file)
  if (reading === undefined || reading.column !== 0) return undefined
  return readSimpleBlock(reading, 0, 0)
}
