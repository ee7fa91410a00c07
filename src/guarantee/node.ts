import type { TimedAct } from '../campaign/act.ts'
import type { Person } from '../campaign/person.ts'
import type { RunState } from '../campaign/run-state.ts'
import type { Watch } from './watch.ts'

/** A state that some run reaches, with the shortest way to it. */
export interface Node {
  readonly state: RunState
  readonly watch: Watch
  /** How often something has come from outside. */
  readonly events: number
  /** What has been supposed on the way; runs without it come first. */
  readonly isSupposed: boolean
  readonly before: Node | undefined
  /** The person as the run began. */
  readonly start: Person
  /** What happened since `before`. */
  readonly acts: readonly TimedAct[]
}

/** Everything that happened on the way to a node. */
export function actsTo(node: Node): readonly TimedAct[] {
  const parts: (readonly TimedAct[])[] = []
  for (let at: Node | undefined = node; at !== undefined; at = at.before) parts.push(at.acts)
  return parts.toReversed().flat()
}
