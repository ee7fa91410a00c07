import type { ChunkedFile, Host } from '../../host/host.ts'
import { UsageError } from '../command.ts'

/** An export, before it is read. */
export interface ExportInput extends ChunkedFile {
  readonly name: string
}

/** A file, or what comes in. */
export function openInput(file: string, host: Host): ExportInput {
  if (file === '-') return { name: '-', size: 0, chunks: host.stdinChunks() }
  const opened = host.files.openChunks(file)
  if (opened === undefined) throw new UsageError(`there is no file "${file}"`)
  return { name: file, ...opened }
}
