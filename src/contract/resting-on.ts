import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'

/**
 * What has to be assumed for something to arise, as `id: value`: the shortest list of which every world
 * that agrees with it is one of the failing ones. Empty when it arises in every world.
 */
export function restingOn(
  all: readonly AssumptionSet[],
  failing: readonly AssumptionSet[],
): readonly string[] {
  if (failing.length === all.length) return []
  const passing = all.filter((world) => !failing.includes(world))
  const ids = Object.keys(all[0] ?? {}).filter(
    (id) => new Set(all.map((world) => world[id])).size > 1,
  )
  const lists = failing.map((world) =>
    neededIds(ids, world, passing).map((id) => `${id}: ${world[id] ?? ''}`),
  )
  return lists.toSorted((a, b) => a.length - b.length)[0] ?? []
}

/** Whether a world is one of those that such a list speaks of. */
export function agreesWith(world: AssumptionSet, assumptions: readonly string[]): boolean {
  const spelled = Object.entries(world).map(([id, value]) => `${id}: ${value}`)
  return assumptions.every((assumption) => spelled.includes(assumption))
}

/** Leaves out one assumption after the other, as long as no passing world would agree with the rest. */
function neededIds(
  ids: readonly string[],
  world: AssumptionSet,
  passing: readonly AssumptionSet[],
): readonly string[] {
  let needed = ids
  for (const id of ids) {
    const rest = needed.filter((other) => other !== id)
    const isEnough = passing.every((other) => rest.some((kept) => other[kept] !== world[kept]))
    if (isEnough) needed = rest
  }
  return needed
}
