import { closeSync, fdatasync, mkdirSync, write } from 'node:fs'
import { dirname } from 'node:path'
import type { SafeAppending } from './host.ts'
import { openAt, reasonOf } from './node-append.ts'

/**
 * Appends to a file and says when the disk has it. What is given while the disk is busy goes out together,
 * so that many at once cost little more than one.
 */
export function appendSafelyTo(path: string, keepBytes: number): SafeAppending {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return safeAppender(openAt(path, keepBytes, OWNER_ONLY))
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error) }
  }
}

/** What must not be lost is seldom for everybody's eyes. */
const OWNER_ONLY = 0o600

interface Batch {
  text: string
  readonly done: Promise<string | undefined>
}

function safeAppender(file: number): SafeAppending {
  let waiting: Batch | undefined
  let last: Promise<string | undefined> = Promise.resolve(undefined)
  const begin = (text: string): Batch => {
    const before = last
    const batch: Batch = {
      text,
      done: before.then((problem) => {
        waiting = undefined
        // After a hole in the file, no more may follow: what is there stays valid.
        return problem ?? writeOut(file, batch.text)
      }),
    }
    last = batch.done
    return batch
  }
  return {
    status: 'open',
    append: (text) => {
      if (waiting === undefined) waiting = begin(text)
      else waiting.text += text
      return waiting.done
    },
    close: async () => {
      await last
      closeSync(file)
    },
  }
}

async function writeOut(file: number, text: string): Promise<string | undefined> {
  const bytes = Buffer.from(text, 'utf8')
  try {
    for (let at = 0; at < bytes.length;) {
      at += await writeTo(file, bytes.subarray(at))
    }
    await sync(file)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

function writeTo(file: number, bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    write(file, bytes, (error, written) => (error === null ? resolve(written) : reject(error)))
  })
}

function sync(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(file, (error) => (error === null ? resolve() : reject(error)))
  })
}
