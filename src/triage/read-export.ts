import { UnreadableExport, type ExportReader, type RowSink } from './call-row.ts'
import type { ColumnNames } from './delimited/columns.ts'
import { readDelimited } from './delimited/read-delimited.ts'
import { readJson } from './json/read-json.ts'

/** Reads an export, of whatever form it is, from its bytes. */
export interface ByteReader {
  readonly add: (bytes: Uint8Array) => Promise<void>
  readonly end: () => Promise<void>
}

/** Bytes that a mark of their order at the beginning may take. */
const MARK_SIZE = 2

/** Finds out what an export is from its first characters: text in columns, or JSON. */
export function readExport(columns: ColumnNames, sink: RowSink): ByteReader {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let first: Uint8Array = new Uint8Array()
  let reader: ExportReader | undefined
  const take = async (text: string): Promise<void> => {
    if (text === '') return
    reader ??= /\S/.test(text) ? readerFor(text, columns, sink) : undefined
    await reader?.add(text)
  }
  return {
    add: async (bytes) => {
      if (decoder === undefined) {
        first = joined(first, bytes)
        if (first.length < MARK_SIZE) return
        decoder = decoderFor(first)
        await take(decoder.decode(first, { stream: true }))
        return
      }
      await take(decoder.decode(bytes, { stream: true }))
    },
    end: async () => {
      await take(decoder?.decode() ?? new TextDecoder().decode(first))
      if (reader === undefined) throw new UnreadableExport('there is nothing in it')
      await reader.end()
    },
  }
}

function readerFor(text: string, columns: ColumnNames, sink: RowSink): ExportReader {
  const isJson = /^\s*[[{]/.test(text)
  return isJson ? readJson(columns, sink) : readDelimited(columns, sink)
}

/** Spreadsheets write UTF-16, with a mark of its order; everything else is UTF-8. */
function decoderFor([first, second]: Uint8Array): InstanceType<typeof TextDecoder> {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder()
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
