/** A run of calls, as its first line in the log says. */
export interface LoggedRun {
  readonly at: string
  readonly program: string
  readonly environment: string
  readonly webhook: string
  readonly seed: number
  /** Without user, path and query. */
  readonly endpoint: string
  readonly width: number
}

/** Why a call was made. */
export type CallPurpose = 'preflight' | 'lead' | 'repeat' | 'again' | 'smaller'

/** One call: what happened, and nothing of what was sent or answered. */
export interface LoggedCall {
  readonly path: string
  readonly purpose: CallPurpose
  /** Counted from 1; more than one where the endpoint asked to wait. */
  readonly attempt: number
  /** Undefined without an answer. */
  readonly status: number | undefined
  readonly outcome: string
  readonly milliseconds: number
}

/** Writes the lines of one run; calls are numbered in the order in which they end. */
export interface CallLog {
  readonly call: (call: LoggedCall) => void
  /** The last line of a run that was not cut off. */
  readonly end: (isWhole: boolean) => void
}

/** Every line begins with it, so that even a torn one is known again. */
const HEAD = '{"kind":"'

const FORMAT_VERSION = 1

/** A log as lines of JSON, one call each, which are only ever appended. */
export function callLog(run: LoggedRun, append: (text: string) => void): CallLog {
  const write = (line: unknown): void => append(`${JSON.stringify(line)}\n`)
  let sequence = 0
  write({ kind: 'run', formatVersion: FORMAT_VERSION, ...run })
  return {
    call: ({ path, purpose, attempt, status, outcome, milliseconds }) => {
      sequence += 1
      const rounded = Math.round(milliseconds * 10) / 10
      const { webhook } = run
      write({
        kind: 'call',
        sequence,
        webhook,
        path,
        purpose,
        attempt,
        status: status ?? null,
        outcome,
        milliseconds: rounded,
      })
    },
    end: (isWhole) => write({ kind: 'end', calls: sequence, isWhole }),
  }
}

export type LogReading =
  | {
      readonly status: 'log'
      readonly lines: readonly unknown[]
      /** The text up to the end of its last whole line; what follows was torn off when its writer was killed. */
      readonly whole: string
    }
  /** Something else: nothing may be appended to it, and nothing cut off. */
  | { readonly status: 'other' }

/** Reads a log that may have been cut off anywhere. */
export function readCallLog(text: string): LogReading {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const torn = text.slice(whole.length)
  const lines: unknown[] = []
  for (const line of whole.split('\n').slice(0, -1)) {
    const read = readLine(line)
    if (read === undefined) return { status: 'other' }
    lines.push(read)
  }
  return torn.startsWith(HEAD) || HEAD.startsWith(torn)
    ? { status: 'log', lines, whole }
    : { status: 'other' }
}

function readLine(line: string): unknown {
  if (!line.startsWith(HEAD)) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
