import type { AssumptionSet } from './assumption.ts'
import { assumptionNamed, usualAssumptions } from './assumptions.ts'

/**
 * Every possible world that matters: all combinations of the values of `ids`, with the pinned values
 * kept and the usual value for everything else. The most usual world comes first.
 */
export function assumptionSets(
  ids: readonly string[],
  pinned: AssumptionSet,
): readonly AssumptionSet[] {
  let worlds: readonly AssumptionSet[] = [{ ...usualAssumptions(), ...pinned }]
  for (const id of ids) {
    if (Object.hasOwn(pinned, id)) continue
    const values = assumptionNamed(id)?.values ?? []
    worlds = values.flatMap((value) => worlds.map((world) => ({ ...world, [id]: value })))
  }
  return worlds
}
