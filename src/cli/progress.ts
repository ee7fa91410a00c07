import type { Host } from '../host/host.ts'

export interface Progress {
  readonly show: (text: string) => void
  /** Removes the line. */
  readonly done: () => void
}

const REDRAW_MS = 100

/** One line on the terminal that is drawn over itself; nothing where there is no terminal. */
export function progressLine({ stderr, now }: Host, isQuiet: boolean): Progress {
  if (!stderr.isTerminal || isQuiet) return { show: () => undefined, done: () => undefined }
  let drawn = -REDRAW_MS
  return {
    show: (text) => {
      if (now() - drawn < REDRAW_MS) return
      drawn = now()
      stderr.write(`\r\u001b[K${text.slice(0, stderr.columns - 1)}`)
    },
    done: () => stderr.write('\r\u001b[K'),
  }
}
