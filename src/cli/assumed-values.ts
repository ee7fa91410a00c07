import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { ASSUMPTIONS } from '../marketo/assumptions/assumptions.ts'
import { UsageError } from './command.ts'
import { unknown } from './open-project.ts'

/** Values of assumptions that were typed as `id=value`; what is pinned stays. */
export function assumedValues(settings: readonly string[], pinned: AssumptionSet): AssumptionSet {
  return Object.fromEntries(
    settings.map((setting) => {
      const [id = '', value = ''] = setting.split('=')
      const known = ASSUMPTIONS.find((assumption) => assumption.id === id)
      if (known === undefined)
        throw new UsageError(
          unknown(
            'assumption',
            id,
            ASSUMPTIONS.map((each) => each.id),
          ),
        )
      if (!known.values.includes(value))
        throw new UsageError(unknown(`value of ${id}`, value, known.values))
      if (pinned[id] !== undefined && pinned[id] !== value)
        throw new UsageError(`"${id}" is pinned to "${pinned[id]}" by the definition`)
      return [id, value]
    }),
  )
}
