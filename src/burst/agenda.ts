/** What is to happen, earliest first; of what happens at the same time, whatever was planned first. */
export interface Agenda<T> {
  readonly add: (at: number, item: T) => void
  readonly take: () => Entry<T> | undefined
}

interface Entry<T> {
  readonly at: number
  readonly nth: number
  readonly item: T
}

/** A binary heap: thousands of entries come and go. */
export function agenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let planned = 0
  return {
    add: (at, item) => {
      heap.push({ at, nth: planned, item })
      planned += 1
      rise(heap, heap.length - 1)
    },
    take: () => {
      const [first] = heap
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) {
        heap[0] = last
        sink(heap, 0)
      }
      return first
    },
  }
}

function isBefore<T>(one: Entry<T>, other: Entry<T>): boolean {
  return one.at < other.at || (one.at === other.at && one.nth < other.nth)
}

function rise<T>(heap: Entry<T>[], from: number): void {
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfBefore(heap, at, parent)) return
    at = parent
  }
}

function sink<T>(heap: Entry<T>[], from: number): void {
  let at = from
  for (;;) {
    const left = 2 * at + 1
    const right = left + 1
    const [leftEntry, rightEntry] = [heap[left], heap[right]]
    if (leftEntry === undefined) return
    const least = rightEntry !== undefined && isBefore(rightEntry, leftEntry) ? right : left
    if (!swapIfBefore(heap, least, at)) return
    at = least
  }
}

/** Whether the lower entry came first, and so has changed places with the upper one. */
function swapIfBefore<T>(heap: Entry<T>[], lower: number, upper: number): boolean {
  const [low, high] = [heap[lower], heap[upper]]
  if (low === undefined || high === undefined || !isBefore(low, high)) return false
  heap[lower] = high
  heap[upper] = low
  return true
}
