import type { Finding } from '../../diagnostic/finding.ts'
import { changedField, webhookOf } from '../../model/calls.ts'
import type { FlowStep } from '../../model/campaign.ts'
import type { Webhook } from '../../model/webhook.ts'
import { mappedFields } from '../mapped-fields.ts'
import type { CampaignContext, Rule } from '../rule.ts'

/** The step and the mapping race, and nobody knows who is last. */
export const mappedFieldNotChangedAfterCall: Rule = {
  id: 'mapped-field-not-changed-after-call',
  severity: 'warning',
  category: 'campaign',
  summary: 'no step after the call changes a field that its response writes',
  why: `Mapped values are written asynchronously, so that a later step of the same flow may come before or after them: the field ends up with the one or the other value.
A step before the call is let through: it sets what the response replaces.
Source: S. Whiteman, "Fun with the Webhook is Called trigger".`,
  visit: {
    step(step, context) {
      const webhook = webhookOf(step, context.program)
      return webhook === undefined ? undefined : changedAfter(step, webhook, context)
    },
  },
}

function* changedAfter(
  call: FlowStep,
  webhook: Webhook,
  { campaign, program, stepIndex }: CampaignContext,
): Iterable<Finding> {
  const written = mappedFields(webhook, program)
  for (const later of campaign.flow.slice(stepIndex + 1)) {
    const changed = changedField(later)?.toLowerCase()
    const by = written.find(({ field }) => field.displayName.toLowerCase() === changed)
    if (by === undefined) continue
    yield {
      at: later.step.at,
      message: `this step changes "${by.field.displayName}", which the call before it writes too`,
      effect: 'which of the two values stays is a matter of chance',
      related: [
        { at: call.step.at, message: 'the call' },
        { at: by.mapping.field.at, message: 'the mapping that writes the field' },
      ],
      help: 'set the field before the call, or in a campaign that its change triggers',
    }
  }
}
