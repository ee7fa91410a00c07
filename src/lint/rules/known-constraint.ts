import { nearest } from '../../base/nearest.ts'
import type { LocatedText } from '../../base/located-text.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { flowStepNamed } from '../../marketo/campaigns/flow-steps.ts'
import { triggerNamed } from '../../marketo/campaigns/triggers.ts'
import type { Rule } from '../rule.ts'

const WEBHOOK_IS_CALLED = 'Webhook is Called'

/** Constraints and settings are open maps, so that a slip in a key is not seen by the schema. */
export const knownConstraint: Rule = {
  id: 'known-constraint',
  severity: 'error',
  category: 'campaign',
  summary: 'a constraint of a trigger and a setting of a step has the key that belongs to it',
  why: `\`newvalue\` is not \`newValue\`: the trigger would start on every value, and nothing would say so.
"Webhook is Called" has three constraints: Webhook, Response and Error Type; there is no "Call Webhook Error = True", as some tutorials have it.
The constraints of other triggers are not all documented: there only keys that resemble a known one are told of.
Source: Experience League, "Errors" (webhooks).`,
  visit: {
    trigger({ trigger, constraints }) {
      const known = triggerNamed(trigger.value)
      if (known === undefined) return undefined
      const keys = Object.keys(known.constraints)
      const owner = { owner: known.name, isClosed: known.name === WEBHOOK_IS_CALLED }
      return constraints.flatMap(({ name }) => unknownKey(name, keys, owner) ?? [])
    },
    step({ step, settings, choices }) {
      const known = flowStepNamed(step.value)
      if (known === undefined) return undefined
      const keys = Object.keys(known.settings)
      const owner = { owner: known.name, isClosed: false }
      const all = [...settings, ...choices.flatMap((choice) => choice.settings)]
      return all.flatMap(({ name }) => unknownKey(name, keys, owner) ?? [])
    },
  },
}

interface Owner {
  readonly owner: string
  /** True where every key is known. */
  readonly isClosed: boolean
}

function unknownKey(
  { value, at }: LocatedText,
  known: readonly string[],
  { owner, isClosed }: Owner,
): Finding | undefined {
  if (known.includes(value)) return undefined
  const meant = nearest(value, known)
  if (meant === undefined && !isClosed) return undefined
  return {
    at,
    message: `"${owner}" has no "${value}"`,
    effect: 'it is not on the screen, and without it everything passes',
    help: meant === undefined ? `it has: ${known.join(', ')}` : `did you mean "${meant}"?`,
  }
}
