import { Tokenizer } from '@streamparser/json'
import type { ExportReader, RowSink } from '../call-row.ts'
import type { ColumnNames } from '../delimited/columns.ts'
import { takeDocument } from './activities-of.ts'
import { assembler } from './assemble.ts'

/** An activity that grows beyond it is none, and shall not fill the memory. */
const LONGEST_ACTIVITY = 67_108_864

/** Documents over many lines, or one that holds all the others. */
export function readStream(names: ColumnNames, sink: RowSink): ExportReader {
  let nth = 0
  let sinceLast = 0
  let stopped = false
  const stop = (reason: string): void => {
    if (!stopped) sink.damaged(`activity ${nth + 1}`, reason)
    stopped = true
  }
  const documents = assembler((value) => {
    nth++
    sinceLast = 0
    takeDocument(value, `activity ${nth}`, names, sink)
  })
  const tokenizer = new Tokenizer()
  tokenizer.onToken = (token) => {
    if (!stopped && !documents.take(token))
      stop('its brackets do not fit together; what follows could not be read')
  }
  tokenizer.onError = () => stop('it is no JSON; what follows could not be read')
  return {
    add: (text) => {
      sinceLast += text.length
      if (!stopped) tokenizer.write(text)
      if (sinceLast > LONGEST_ACTIVITY)
        stop('it is longer than 64 MB; what follows could not be read')
      return Promise.resolve()
    },
    end: () => {
      if (documents.depth() > 0) stop('the file ends within it, as if it were cut off')
      return Promise.resolve()
    },
  }
}
