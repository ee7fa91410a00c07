import { parse, type Parser } from 'csv-parse'
import { UnreadableExport, type ExportReader, type RowSink } from '../call-row.ts'
import { placesOf, type ColumnNames, type ColumnPlaces } from './columns.ts'
import { delimiterOf, headerOf } from './delimiters.ts'
import { rowMaker } from './row-maker.ts'

/** A first line that is longer is none. */
const LONGEST_HEADER = 65_536

/** A quotation mark that nobody has closed shall not fill the memory. */
const LONGEST_RECORD = 4_194_304

/** Reads lines of columns: a bulk extract, or what the screens export. */
export function readDelimited(names: ColumnNames, sink: RowSink): ExportReader {
  let head = ''
  let records: Records | undefined
  const begin = (): Records => {
    const firstLine = /^[^\r\n]*/.exec(head)?.[0] ?? ''
    const delimiter = delimiterOf(firstLine, names)
    const header = headerOf(firstLine, delimiter)
    return openRecords(delimiter, recordTaker(header, names, sink), sink)
  }
  return {
    add: async (text) => {
      if (records !== undefined) return records.add(text)
      head = (head + text).trimStart()
      if (!/[\r\n]/.test(head) && head.length < LONGEST_HEADER) return
      records = begin()
      await records.add(head)
    },
    end: async () => {
      if (records === undefined) {
        records = begin()
        await records.add(head)
      }
      await records.end()
    },
  }
}

type TakeRecord = (record: readonly string[], nth: number) => void

/** The first record is the header; a record of another length is told of and left out. */
function recordTaker(header: readonly string[], names: ColumnNames, sink: RowSink): TakeRecord {
  const places = demanded(header, names)
  const make = rowMaker(places, names, sink)
  if (places.type === undefined)
    sink.notice('there is no column for the type of an activity: every line is taken for a call')
  return (record, nth) => {
    if (nth === 1) return
    if (record.length === header.length) return make(record, nth)
    if (record.length === 1 && record[0]?.trim() === '') return
    sink.damaged(
      `record ${nth}`,
      `it has ${record.length} of ${header.length} columns, as if it were cut off or a delimiter stood in a text`,
    )
  }
}

/** What is looked for must be there, or nothing could be said. */
function demanded(header: readonly string[], names: ColumnNames): ColumnPlaces {
  const places = placesOf(header, names)
  for (const [role, name] of Object.entries(names)) {
    const isThere = Object.hasOwn(places, role) || places.attributes !== undefined
    if (!isThere) throw new UnreadableExport(`it has no column "${name}"; it has: ${list(header)}`)
  }
  if (places.webhook !== undefined && hasOutcome(places)) return places
  const missing =
    places.webhook === undefined
      ? 'no column says which webhook was called (--column webhook=<name>)'
      : 'no column says how a call ended (--column errorType=<name>, response=<name> or attributes=<name>)'
  throw new UnreadableExport(`${missing}; it has: ${list(header)}`)
}

function hasOutcome({ attributes, errorType, response }: ColumnPlaces): boolean {
  return attributes !== undefined || errorType !== undefined || response !== undefined
}

function list(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((name) => `"${name.slice(0, 60)}"`)
  return shown.join(', ')
}

interface Records {
  readonly add: (text: string) => Promise<void>
  readonly end: () => Promise<void>
}

function openRecords(delimiter: string, take: TakeRecord, sink: RowSink): Records {
  let nth = 0
  let stopped = false
  let lastText = ''
  const parser: Parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  })
  parser.on('data', (record: readonly string[]) => take(record, ++nth))
  parser.on('error', (error: Error & { readonly code?: string }) => {
    stopped = true
    sink.damaged(`record ${nth + 1}`, reasonOf(error.code))
  })
  return {
    add: (text) => {
      lastText = text
      if (stopped) return Promise.resolve()
      return new Promise((resolve) => {
        parser.write(text, () => resolve())
      })
    },
    end: async () => {
      if (stopped) return
      await new Promise<void>((resolve) => {
        parser.once('end', () => resolve())
        parser.once('error', () => resolve())
        parser.end()
      })
      if (!stopped && !/[\r\n]\s*$/.test(lastText)) sink.notice(NO_END)
    },
  }
}

const NO_END = 'the last line has no end: it counts, but nobody can tell whether it is cut off'

function reasonOf(code: string | undefined): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'the file ends between two quotation marks, as if it were cut off'
  if (code === 'CSV_MAX_RECORD_SIZE')
    return 'it is longer than 4 MB, as if a quotation mark were not closed; what follows could not be read'
  return 'its quotation marks do not fit together; what follows could not be read'
}
