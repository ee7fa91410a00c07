import type { CapturedCall } from '../../capture/captured-call.ts'
import { captureProblemWords, decodeCaptures } from '../../capture/decode-captures.ts'
import { encodeCapture } from '../../capture/encode-capture.ts'
import { UsageError, type CommandContext } from '../command.ts'

/** Where requests are kept. */
export interface CapturesFile {
  /** What was kept before. */
  readonly before: readonly CapturedCall[]
  /** Resolves when the disk has it; with why it does not, if it could not be written. */
  readonly keep: (call: CapturedCall) => Promise<string | undefined>
  readonly close: () => Promise<void>
}

/** No file: requests are forgotten when they have been answered. */
export const NO_CAPTURES: CapturesFile = {
  before: [],
  keep: () => Promise.resolve(undefined),
  close: () => Promise.resolve(),
}

/** Opens a captures file to append to. A last line that was torn when its writer was killed is cut off; a file of anything else is left alone. */
export function openCaptures(path: string, { host }: CommandContext): CapturesFile {
  const text = host.files.readText(path) ?? ''
  const { calls, problems, whole } = decodeCaptures(text)
  if (calls.length === 0 && whole.trim() !== '') {
    throw new UsageError(`"${path}" is no captures file: nothing is appended to it`)
  }
  const torn = text.length - whole.length
  if (torn > MOST_TORN) {
    throw new UsageError(
      `"${path}" does not end as a captures file does: nothing is appended to it`,
    )
  }
  for (const problem of problems) {
    host.stderr.write(`hookbook: ${captureProblemWords(problem, path)}\n`)
  }
  const appending = host.files.appendSafelyTo(path, new TextEncoder().encode(whole).length)
  if (appending.status === 'failed') {
    throw new UsageError(`the captures file "${path}" cannot be opened: ${appending.reason}`)
  }
  const lacksEnd = whole !== '' && !whole.endsWith('\n')
  const ended = lacksEnd ? appending.append('\n') : Promise.resolve(undefined)
  return {
    before: calls,
    keep: async (call) => (await ended) ?? appending.append(encodeCapture(call)),
    close: appending.close,
  }
}

/** A line is never longer than the longest body that is taken, escaped, and its answer. */
const MOST_TORN = 16 * 1024 * 1024
