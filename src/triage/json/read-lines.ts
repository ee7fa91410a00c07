import { parseJson } from '../../base/json-value.ts'
import type { ExportReader, RowSink } from '../call-row.ts'
import type { ColumnNames } from '../delimited/columns.ts'
import { takeDocument } from './activities-of.ts'

/** A line without an end shall not fill the memory. */
const LONGEST_LINE = 67_108_864

/** Documents of a line each: a line that is none costs nothing but itself. */
export function readLines(names: ColumnNames, sink: RowSink): ExportReader {
  let rest = ''
  let nth = 0
  let stopped = false
  const takeLine = (line: string, reason: string): void => {
    nth++
    if (line.trim() === '') return
    const value = parseJson(line)
    if (value === undefined) sink.damaged(`line ${nth}`, reason)
    else takeDocument(value, `line ${nth}`, names, sink)
  }
  return {
    add: (text) => {
      if (stopped) return Promise.resolve()
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) takeLine(line, 'it is no JSON')
      if (rest.length > LONGEST_LINE) {
        stopped = true
        sink.damaged(`line ${nth + 1}`, 'it is longer than 64 MB; what follows could not be read')
      }
      return Promise.resolve()
    },
    end: () => {
      if (!stopped) takeLine(rest, 'it is no JSON, as if it were cut off')
      return Promise.resolve()
    },
  }
}
