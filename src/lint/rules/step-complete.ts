import type { FlowStep } from '../../model/campaign.ts'
import { flowStepNamed } from '../../marketo/campaigns/flow-steps.ts'
import { settingOf } from '../../model/campaign.ts'
import type { Rule } from '../rule.ts'

/** What a step cannot do without: one key of each list. */
const NEEDED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'Add to List': [['list']],
  'Call Webhook': [['webhook']],
  'Change Data Value': [['attribute'], ['value']],
  'Change Score': [['score', 'attribute'], ['change']],
  'Execute Campaign': [['campaign']],
  'Remove from List': [['list']],
  'Request Campaign': [['campaign']],
}

/** A call of no webhook calls nothing. */
export const stepComplete: Rule = {
  id: 'step-complete',
  severity: 'error',
  category: 'campaign',
  summary: 'a flow step has the settings without which it does nothing',
  why: `A step whose setting is left out cannot be set up from the runbook, and hookbook does not see what it does: a Call Webhook without a webhook is no call.
The setting may stand in the step or in each of its choices.
Sources: Experience League, "Call Webhook", "Change Data Value", "Change Score".`,
  visit: {
    step(step) {
      const known = flowStepNamed(step.step.value)
      const missing = (NEEDED[known?.name ?? ''] ?? []).filter((keys) => !has(step, keys))
      const [first] = missing.flatMap(([key]) => key ?? [])
      if (first === undefined) return undefined
      return {
        at: step.step.at,
        message: `this step has no "${missing.map(([key]) => key ?? '').join('" and no "')}"`,
        effect: 'it does nothing, and nobody can set it up',
        help: `add "${first}: …"`,
      }
    },
  },
}

function has(step: FlowStep, keys: readonly string[]): boolean {
  const owners = [step, ...step.choices]
  return keys.some((key) => owners.some((owner) => settingOf(owner, key) !== undefined))
}
