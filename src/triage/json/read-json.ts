import { parseJson } from '../../base/json-value.ts'
import type { ExportReader, RowSink } from '../call-row.ts'
import type { ColumnNames } from '../delimited/columns.ts'
import { readLines } from './read-lines.ts'
import { readStream } from './read-stream.ts'

/** A first line that is longer is no document of its own that we could wait for. */
const LONGEST_FIRST_LINE = 1_048_576

/** Finds out whether each line is a document, or documents go over lines. */
export function readJson(names: ColumnNames, sink: RowSink): ExportReader {
  let head = ''
  let reader: ExportReader | undefined
  const begin = (firstLine: string): Promise<void> => {
    const isWhole = parseJson(firstLine) !== undefined
    reader = isWhole ? readLines(names, sink) : readStream(names, sink)
    return reader.add(head)
  }
  return {
    add: async (text) => {
      if (reader !== undefined) return reader.add(text)
      head = (head + text).trimStart()
      const end = head.indexOf('\n')
      if (end >= 0) return begin(head.slice(0, end))
      if (head.length > LONGEST_FIRST_LINE) return begin('')
      return undefined
    },
    end: async () => {
      if (reader === undefined) await begin(head)
      await reader?.end()
    },
  }
}
