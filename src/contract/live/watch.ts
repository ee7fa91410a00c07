import type { Caller, LiveCall, LiveLead, UnknownReason } from './call-endpoint.ts'

/** Sees that a run ends when the endpoint has: nobody waits through thousands of calls for nothing. */
export interface Watch {
  readonly see: (nth: number, call: LiveCall) => Promise<void>
  readonly over: () => UnknownReason | undefined
  /** Calls that got no answer because nobody answered by then: they say nothing about their leads. */
  readonly isSilence: (nth: number) => boolean
}

const MOST_BUSY = 3
const MOST_SILENT = 20

/** After too many calls without an answer the plain lead is sent: if it gets none either, the run is over. */
export function watch({ call }: Caller, plain: LiveLead, signal: AbortSignal): Watch {
  let reason: UnknownReason | undefined
  let busy = 0
  let silent: number[] = []
  let isProbing = false
  const probe = async (): Promise<void> => {
    isProbing = true
    const seen = await call(plain, 'preflight')
    isProbing = false
    if (isAnswered(seen)) silent = []
    else if (!signal.aborted) reason ??= 'gone'
  }
  return {
    see: async (nth, seen) => {
      if (seen.status === 'unknown') {
        busy += seen.reason === 'busy' ? 1 : 0
        if (busy >= MOST_BUSY) reason ??= 'busy'
        return
      }
      busy = 0
      if (isAnswered(seen)) silent = []
      else silent.push(nth)
      if (silent.length >= MOST_SILENT && !isProbing && reason === undefined) await probe()
    },
    over: () => (signal.aborted ? 'interrupted' : reason),
    isSilence: (nth) => reason === 'gone' && silent.includes(nth),
  }
}

function isAnswered(call: LiveCall): boolean {
  return call.status === 'judged' && call.exchange.status === 'answered'
}
