import type { MadeCall } from './drive-burst.ts'

/** A piece of the time that a burst takes. */
export interface TimelineBin {
  /** Milliseconds from the beginning of the burst. */
  readonly from: number
  readonly to: number
  /** Calls of the burst that wait for a connection at its end; those beside it are not counted. */
  readonly waiting: number
  /** Calls in a second, by webhook; each counts evenly over the time that it took. */
  readonly rates: readonly number[]
}

const BINS = 120

/** Equal pieces from the first call to the last of the burst. */
export function timeline(
  calls: readonly MadeCall[],
  drain: number,
  webhooks: number,
): readonly TimelineBin[] {
  if (drain === 0) return []
  const length = drain / BINS
  const change = new Int32Array(BINS)
  const made = Array.from({ length: BINS }, () => new Float64Array(webhooks))
  const binOf = (time: number): number => Math.min(BINS - 1, Math.floor(time / length))
  for (const call of calls) {
    if (!call.isBeside) {
      add(change, binOf(call.arrived), 1)
      add(change, binOf(call.started), -1)
    }
    if (call.started < drain) spread(call, made, length)
  }
  let waiting = 0
  return made.map((counts, nth) => {
    waiting += change[nth] ?? 0
    const rates = [...counts].map((count) => (count * 1_000) / length)
    return { from: nth * length, to: (nth + 1) * length, waiting, rates }
  })
}

/** Adds a call to the pieces that it lies in, to each the part of its time that lies there. */
function spread(
  { started, ended, webhook }: MadeCall,
  made: readonly Float64Array[],
  length: number,
): void {
  const last = Math.min(made.length - 1, Math.floor(ended / length))
  for (let nth = Math.floor(started / length); nth <= last; nth++) {
    const part = Math.min(ended, (nth + 1) * length) - Math.max(started, nth * length)
    const counts = made[nth]
    if (counts !== undefined) add(counts, webhook, part / (ended - started))
  }
}

function add(counts: Int32Array | Float64Array, index: number, much: number): void {
  counts[index] = (counts[index] ?? 0) + much
}
