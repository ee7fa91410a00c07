import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { MATTERS_ALWAYS } from './matters-for.ts'

/** Worlds by what they agree on. A mask names assumptions: one bit each. */
export interface WorldGroups {
  /** The assumptions that matter whatever the lead. */
  readonly always: number
  readonly maskOf: (ids: readonly string[]) => number
  readonly groupsFor: (mask: number) => WorldGrouping
}

export interface WorldGrouping {
  /** The first world of each group. */
  readonly first: readonly number[]
  /** The group of each world. */
  readonly groupOf: readonly number[]
}

/** Groups are worked out once for each mask: leads by the thousand share a few of them. */
export function worldGroups(worlds: readonly AssumptionSet[]): WorldGroups {
  const ids = Object.keys(worlds[0] ?? {}).filter(
    (id) => new Set(worlds.map((world) => world[id])).size > 1,
  )
  const known = new Map<number, WorldGrouping>()
  const maskOf = (wanted: readonly string[]): number =>
    ids.reduce((mask, id, bit) => (wanted.includes(id) ? mask | (1 << bit) : mask), 0)
  return {
    always: maskOf(MATTERS_ALWAYS),
    maskOf,
    groupsFor: (mask) => {
      const found = known.get(mask)
      if (found !== undefined) return found
      const grouping = groupBy(
        worlds,
        ids.filter((_id, bit) => (mask & (1 << bit)) !== 0),
      )
      known.set(mask, grouping)
      return grouping
    },
  }
}

function groupBy(worlds: readonly AssumptionSet[], ids: readonly string[]): WorldGrouping {
  const groups = new Map<string, number>()
  const first: number[] = []
  const groupOf = worlds.map((world, index) => {
    const signature = ids.map((id) => world[id]).join(' ')
    const group = groups.get(signature) ?? first.length
    if (!groups.has(signature)) first.push(index)
    groups.set(signature, group)
    return group
  })
  return { first, groupOf }
}
