import { PRIORITIES, type Priority } from './priority.ts'

/**
 * Calls that wait for a connection. Who has the higher priority goes first, and of those whoever came
 * first: the order of processing by priority is documented for campaigns, the order among equals is not.
 * Source: Marketo knowledge base, "How campaign processing works".
 */
export interface WaitingLine<T extends { readonly priority: Priority }> {
  readonly add: (item: T) => void
  readonly take: () => T | undefined
}

export function waitingLine<T extends { readonly priority: Priority }>(): WaitingLine<T> {
  const lines = new Map(PRIORITIES.map((priority) => [priority, firstInFirstOut<T>()]))
  return {
    add: (item) => lines.get(item.priority)?.add(item),
    take: () => {
      for (const line of lines.values()) {
        const item = line.take()
        if (item !== undefined) return item
      }
      return undefined
    },
  }
}

/** What was taken is let go of now and then: taking from the front of a long array costs its length. */
function firstInFirstOut<T>(): {
  readonly add: (item: T) => void
  readonly take: () => T | undefined
} {
  let items: T[] = []
  let next = 0
  return {
    add: (item) => void items.push(item),
    take: () => {
      if (next === items.length) return undefined
      const item = items[next]
      next += 1
      if (next > 1_024 && next * 2 > items.length) {
        items = items.slice(next)
        next = 0
      }
      return item
    },
  }
}
