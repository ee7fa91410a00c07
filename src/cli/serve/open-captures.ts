import { captureLines, type CaptureLine } from '../../capture/capture-lines.ts'
import type { CapturedCall } from '../../capture/captured-call.ts'
import {
  captureProblems,
  captureProblemWords,
  type CaptureProblem,
} from '../../capture/decode-captures.ts'
import { encodeCapture } from '../../capture/encode-capture.ts'
import { UsageError, type CommandContext } from '../command.ts'

/** Where requests are kept. */
export interface CapturesFile {
  /** Resolves when the disk has it; with why it does not, if it could not be written. */
  readonly keep: (call: CapturedCall) => Promise<string | undefined>
  readonly close: () => Promise<void>
}

/** No file: requests are forgotten when they have been answered. */
export const NO_CAPTURES: CapturesFile = {
  keep: () => Promise.resolve(undefined),
  close: () => Promise.resolve(),
}

/**
 * Opens a captures file of any size to append to, and tells each call that it holds. A last line that was
 * torn when its writer was killed is cut off; a file of anything else is left alone.
 */
export async function openCaptures(
  path: string,
  onCall: (call: CapturedCall) => void,
  { host }: CommandContext,
): Promise<CapturesFile> {
  const { bytes, lacksEnd } = await readBefore(path, onCall, host)
  const appending = host.files.appendSafelyTo(path, bytes)
  if (appending.status === 'failed') {
    throw new UsageError(`the captures file "${path}" cannot be opened: ${appending.reason}`)
  }
  const ended = lacksEnd ? appending.append('\n') : Promise.resolve(undefined)
  return {
    keep: async (call) => (await ended) ?? appending.append(encodeCapture(call)),
    close: appending.close,
  }
}

interface Before {
  /** How much of the file is kept. */
  readonly bytes: number
  /** Whether its last line is whole but for what ends it. */
  readonly lacksEnd: boolean
}

/** A line is never longer than the longest body that is taken, escaped, and its answer. */
const LONGEST_LINE = 16 * 1024 * 1024

async function readBefore(
  path: string,
  onCall: (call: CapturedCall) => void,
  { files, stderr }: CommandContext['host'],
): Promise<Before> {
  const file = files.openChunks(path)
  if (file === undefined) return { bytes: 0, lacksEnd: false }
  const lines = captureLines()
  const problemsOf = captureProblems()
  const told: CaptureProblem[] = []
  let count = 0
  const take = (line: CaptureLine): void => {
    if (line.decoded.status === 'call') {
      count += 1
      onCall(line.decoded.call)
    } else if (count === 0) throw noCaptures(path)
    told.push(...problemsOf(line).slice(0, MOST_TOLD - told.length))
  }
  for await (const piece of file.chunks) {
    for (const line of lines.add(piece)) take(line)
    if (lines.waiting() > LONGEST_LINE) throw noCaptures(path)
  }
  const ended = lines.endedBytes()
  const [last] = lines.end()
  if (last !== undefined && (count === 0 || last.decoded.status === 'call')) take(last)
  for (const problem of told) stderr.write(`hookbook: ${captureProblemWords(problem, path)}\n`)
  const isWhole = last?.decoded.status === 'call'
  return { bytes: isWhole ? file.size : ended, lacksEnd: isWhole }
}

/** More sentences say no more. */
const MOST_TOLD = 20

function noCaptures(path: string): UsageError {
  return new UsageError(`"${path}" is no captures file: nothing is appended to it`)
}
