import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'

/** The assumption values without which something does not arise, as `id: value`; none when it arises in every world. */
export function restingOn(
  all: readonly AssumptionSet[],
  failing: readonly AssumptionSet[],
): readonly string[] {
  return Object.keys(all[0] ?? {}).flatMap((id) => {
    const possible = new Set(all.map((world) => world[id]))
    const needed = new Set(failing.map((world) => world[id]))
    if (needed.size === possible.size) return []
    return [...needed].map((value) => `${id}: ${value ?? ''}`)
  })
}
