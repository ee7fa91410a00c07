import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Appending } from './host.ts'

/** How long texts gather before they go to the file together. */
const GATHER_MS = 20

/**
 * Appends to a file, in order and a batch at a time. A process that is killed leaves whole texts, of
 * which the very last may be torn: `keepBytes` says what of the file is kept when it is opened again.
 */
export function appendTo(path: string, keepBytes: number): Appending {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return appender(openAt(path, keepBytes))
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error) }
  }
}

/** Opens a file to append to, cut off behind what is kept of it. */
export function openAt(path: string, keepBytes: number, mode?: number): number {
  const file = openSync(path, 'a', mode)
  if (fstatSync(file).size > keepBytes) ftruncateSync(file, keepBytes)
  return file
}

function appender(file: number): Appending {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined
  let problem: string | undefined
  const flush = (): void => {
    timer = undefined
    const bytes = Buffer.from(waiting, 'utf8')
    waiting = ''
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    } catch (error) {
      // After a hole in the file, no more may follow: what is there stays valid.
      problem = reasonOf(error)
    }
  }
  return {
    status: 'open',
    append: (text) => {
      if (problem !== undefined) return
      waiting += text
      timer ??= setTimeout(flush, GATHER_MS)
    },
    close: () => {
      clearTimeout(timer)
      flush()
      closeSync(file)
      return problem
    },
  }
}

/** Why a file cannot be written, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (code === '' ? 'it cannot be written' : `it cannot be written (${code})`)
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
}
