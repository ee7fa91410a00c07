/** Those who wait for a signal, behind one listener: a run has thousands of calls and one signal. */
const WAITING = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls back once when the signal says stop; gives what ends the waiting. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const waiting = WAITING.get(signal) ?? listenTo(signal)
  waiting.add(listener)
  return () => void waiting.delete(listener)
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const waiting = new Set<() => void>()
  WAITING.set(signal, waiting)
  signal.addEventListener(
    'abort',
    () => {
      for (const listener of waiting) listener()
      waiting.clear()
    },
    { once: true },
  )
  return waiting
}
