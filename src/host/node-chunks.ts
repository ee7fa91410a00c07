import {
  closeSync,
  createReadStream,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import type { ChunkedFile } from './host.ts'

const CHUNK_BYTES = 262_144

/** A file piece by piece, for those that may be larger than the memory; undefined when there is no such file. */
export function openChunks(path: string): ChunkedFile | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || found.isDirectory()) return undefined
  return { size: found.size, chunks: createReadStream(path, { highWaterMark: CHUNK_BYTES }) }
}

const PART_CHARACTERS = 1_048_576

/** Writes a text of any length beside the target, then renames it: never a half-written file. */
export function writeParts(path: string, parts: Iterable<string>): void {
  const beside = `${path}.${process.pid}.tmp`
  const file = openSync(beside, 'w')
  try {
    let waiting = ''
    for (const part of parts) {
      waiting += part
      if (waiting.length < PART_CHARACTERS) continue
      writeWhole(file, waiting)
      waiting = ''
    }
    writeWhole(file, waiting)
    closeSync(file)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
}
