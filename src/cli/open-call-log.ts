import { callLog, readCallLog, type CallLog, type LoggedRun } from '../contract/live/call-log.ts'
import type { Host } from '../host/host.ts'
import { UsageError } from './command.ts'

export interface OpenedLog extends CallLog {
  /** Says why, if something could not be written. */
  readonly close: () => string | undefined
}

/** No log: nothing is written. */
export const NO_LOG: OpenedLog = {
  call: () => undefined,
  end: () => undefined,
  close: () => undefined,
}

/** Opens a log to append a run to. A last line that was torn when its writer was killed is cut off; a file that is no log is left alone. */
export function openCallLog(path: string, run: LoggedRun, { files }: Host): OpenedLog {
  const before = readCallLog(files.readText(path) ?? '')
  if (before.status === 'other') {
    throw new UsageError(`"${path}" is not a log of calls: nothing is appended to it`)
  }
  const appending = files.appendTo(path, new TextEncoder().encode(before.whole).length)
  if (appending.status === 'failed') {
    throw new UsageError(`the log "${path}" cannot be opened: ${appending.reason}`)
  }
  return { ...callLog(run, appending.append), close: appending.close }
}
