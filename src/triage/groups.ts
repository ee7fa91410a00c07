import type { CauseId } from './cause.ts'
import { pairTable, type PairTable } from './pair-table.ts'
import { UnreadableExport } from './call-row.ts'

/** Calls that have ended in the same way. */
export interface Group {
  readonly webhook: string
  readonly status: string
  /** As `maskErrorType` leaves it. */
  readonly errorType: string
  readonly cause: CauseId
}

export interface CountedGroup extends Group {
  readonly calls: number
  /** Different people, counted exactly. */
  readonly leads: number
}

/** Collects calls into groups. */
export interface GroupCounter {
  /** Counts a call; gives the number of its group. */
  readonly add: (group: Group, lead: number | undefined) => number
  readonly group: (nth: number) => Group | undefined
  /** A number for the webhook of a group. */
  readonly webhookOf: (nth: number) => number
  readonly counted: () => readonly CountedGroup[]
  /** How many different people there are in all. */
  readonly leads: () => number
}

/** More would be error types that hold something of each call. */
const MOST_GROUPS = 1000
const MOST_WEBHOOKS = 500

const OTHER_TEXTS = '(other texts)'
const OTHER_WEBHOOKS = '(other webhooks)'

/** Stands for all groups together. */
const EVERYWHERE = 0xffff

interface Counted {
  readonly group: Group
  readonly webhook: number
  calls: number
  leads: number
}

/** The webhooks of the project are told apart in any case, however many others an export may hold. */
export function groupCounter(known: readonly string[]): GroupCounter {
  const groups: Counted[] = []
  const numbers = new Map<string, number>()
  const webhooks = new Map(known.map((name, nth) => [name, nth]))
  const pairs = pairTable()
  let leads = 0
  const numberOf = (group: Group): number => {
    const key = keyOf(group)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, groups.length)
    return groups.push({ group, webhook: webhookNumber(group.webhook), calls: 0, leads: 0 }) - 1
  }
  const webhookNumber = (name: string): number => {
    const number = webhooks.get(name) ?? webhooks.size
    webhooks.set(name, number)
    return number
  }
  const bounded = (group: Group): Group => {
    if (numbers.has(keyOf(group))) return group
    const isKnown = webhooks.has(group.webhook) || webhooks.size < MOST_WEBHOOKS
    if (isKnown && groups.length < MOST_GROUPS) return group
    const webhook = isKnown ? group.webhook : OTHER_WEBHOOKS
    return { ...group, webhook, status: '–', errorType: OTHER_TEXTS }
  }
  return {
    add: (group, lead) => {
      const nth = numberOf(bounded(group))
      const counted = groups[nth]
      if (counted === undefined) return nth
      counted.calls++
      if (lead === undefined) return nth
      if (isFirst(pairs, lead, nth)) counted.leads++
      if (isFirst(pairs, lead, EVERYWHERE)) leads++
      return nth
    },
    group: (nth) => groups[nth]?.group,
    webhookOf: (nth) => groups[nth]?.webhook ?? 0,
    counted: () =>
      groups.map(({ group, calls, leads: people }) => ({ ...group, calls, leads: people })),
    leads: () => leads,
  }
}

function keyOf({ webhook, status, errorType, cause }: Group): string {
  return JSON.stringify([webhook, status, errorType, cause])
}

function isFirst(pairs: PairTable, lead: number, kind: number): boolean {
  if (pairs.place(lead, kind) === undefined) throw new UnreadableExport(TOO_MANY)
  return pairs.isNew()
}

export const TOO_MANY =
  'it holds more people than can be counted exactly in memory (20,000,000 by way of ending); cut it into parts by time'
