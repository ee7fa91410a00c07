import type { Observation } from '../../calibrate/observation.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { AddedEntry } from '../../source/add-to-map.ts'

/** What is proven and not pinned yet, as entries of `assumptions` with their evidence. */
export function newPins(
  observations: readonly Observation[],
  pinned: AssumptionSet,
): readonly AddedEntry[] {
  return observations.flatMap((each) => {
    if (each.status !== 'proven' || Object.hasOwn(pinned, each.assumption)) return []
    const day = new Date(each.at).toISOString().slice(0, 10)
    const evidence = `${each.how}, sandbox, ${day}`
    return [{ key: each.assumption, value: { value: each.value, evidence } }]
  })
}

/** True for a project that says something else than what is proven. */
export function isDenied(observations: readonly Observation[], pinned: AssumptionSet): boolean {
  return observations.some(
    (each) =>
      each.status === 'proven' &&
      Object.hasOwn(pinned, each.assumption) &&
      pinned[each.assumption] !== each.value,
  )
}
