import type { Situation } from '../../emulate/call.ts'
import type { FoundCase } from '../../model/found-case.ts'
import type { Court } from '../judge.ts'
import { withValues } from '../lead-space.ts'

/** A found case's lead as the webhook is called with it: what the case does not name is unset, or plain where it cannot be. */
export function foundSituation({ space }: Court, lead: FoundCase['lead']): Situation {
  const unset = space.tokens.flatMap(({ use, field }) =>
    field.isAlwaysSet ? [] : [[use.key, null] as const],
  )
  const named = Object.entries(lead).map(([name, value]) => [name.toLowerCase(), value] as const)
  return withValues(space, [...unset, ...named])
}
