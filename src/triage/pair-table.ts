/** What is kept of each pair of a person and a small number: where the pair stands, or a new place for it. */
export interface PairTable {
  /** The place of a pair, and whether it is new. Undefined when there is no room for another one. */
  readonly place: (lead: number, kind: number) => number | undefined
  readonly size: () => number
  readonly leadAt: (place: number) => number
  readonly kindAt: (place: number) => number
  /** How often a pair was new, by its number. */
  readonly isNew: () => boolean
}

/** Beyond it a table of pairs would take more than half a gigabyte. */
export const MOST_PAIRS = 20_000_000

const FIRST_SLOTS = 1024

/** A table is searched quickly as long as a part of it is empty. */
const FULLEST = 0.6

/**
 * Pairs in flat memory, about 22 bytes each: they are stored one behind the other, and found by a table of places
 * with open addressing. Memory grows with the number of different pairs, never with the number of calls.
 */
export function pairTable(most: number = MOST_PAIRS): PairTable {
  let slots = new Uint32Array(FIRST_SLOTS)
  let leads = new Float64Array(FIRST_SLOTS)
  let kinds = new Uint16Array(FIRST_SLOTS)
  let size = 0
  let wasNew = false
  const slotOf = (lead: number, kind: number): number => {
    const mask = slots.length - 1
    let slot = hash(lead, kind) & mask
    for (;;) {
      const place = (slots[slot] ?? 0) - 1
      if (place < 0 || (leads[place] === lead && kinds[place] === kind)) return slot
      slot = (slot + 1) & mask
    }
  }
  const grow = (): void => {
    slots = new Uint32Array(slots.length * 2)
    for (let place = 0; place < size; place++)
      slots[slotOf(leads[place] ?? 0, kinds[place] ?? 0)] = place + 1
  }
  return {
    place: (lead, kind) => {
      const known = (slots[slotOf(lead, kind)] ?? 0) - 1
      wasNew = known < 0
      if (known >= 0) return known
      if (size >= most) return undefined
      if (size === leads.length) {
        leads = enlarged(leads, new Float64Array(size * 2))
        kinds = enlarged(kinds, new Uint16Array(size * 2))
      }
      leads[size] = lead
      kinds[size] = kind
      if (size + 1 > slots.length * FULLEST) grow()
      slots[slotOf(lead, kind)] = size + 1
      return size++
    },
    size: () => size,
    leadAt: (place) => leads[place] ?? 0,
    kindAt: (place) => kinds[place] ?? 0,
    isNew: () => wasNew,
  }
}

function enlarged<Numbers extends Float64Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

/** Both halves of the number count: ids of people are whole numbers of up to 53 bits. */
function hash(lead: number, kind: number): number {
  const low = lead >>> 0
  const high = Math.floor(lead / 4_294_967_296)
  const mixed = Math.imul(low ^ Math.imul(high + kind * 31, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
