/** Which items of two lists are the same thing. */
export interface Matching<T> {
  /** In the order of the second list. */
  readonly kept: readonly (readonly [base: T, head: T])[]
  readonly added: readonly T[]
  readonly removed: readonly T[]
}

/** What makes an item the same thing as another; undefined where it cannot tell. */
export type Identity<T> = (item: T) => string | undefined

/**
 * Finds the items of one list in the other: by the first identity, what is left by the next, and so on.
 * A weaker identity tells only where exactly one item on each side has it.
 */
export function matchItems<T>(
  base: readonly T[],
  head: readonly T[],
  [strongest, ...weaker]: readonly [Identity<T>, ...Identity<T>[]],
): Matching<T> {
  const partner = new Map<T, T>()
  const left = new Set(base)
  const pair = (from: T, to: T): void => {
    partner.set(to, from)
    left.delete(from)
  }
  for (const item of head) {
    const key = strongest(item)
    const found = [...left].find((each) => key !== undefined && strongest(each) === key)
    if (found !== undefined) pair(found, item)
  }
  for (const identity of weaker) {
    const open = head.filter((item) => !partner.has(item))
    for (const item of open) {
      const key = identity(item)
      if (key === undefined) continue
      const namesakes = [...left].filter((each) => identity(each) === key)
      const [only, second] = namesakes
      if (only === undefined || second !== undefined) continue
      if (open.filter((each) => identity(each) === key).length === 1) pair(only, item)
    }
  }
  return {
    kept: head.flatMap((item) => {
      const from = partner.get(item)
      return from === undefined ? [] : [[from, item] as const]
    }),
    added: head.filter((item) => !partner.has(item)),
    removed: [...left],
  }
}
