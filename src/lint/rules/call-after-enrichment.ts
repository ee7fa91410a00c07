import type { Finding } from '../../diagnostic/finding.ts'
import { fieldsNamed } from '../../marketo/fields/fields-named.ts'
import { availableFields } from '../../model/available-fields.ts'
import { settingOf, type FlowStep } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { CampaignContext, Rule, SeenToken } from '../rule.ts'
import { calledWebhook, changedField, webhookOf } from '../../model/calls.ts'
import { seenTokens } from '../seen-tokens.ts'

/** A value that is set after the call is not in the call. */
export const callAfterEnrichment: Rule = {
  id: 'call-after-enrichment',
  severity: 'warning',
  category: 'campaign',
  summary: 'the call comes after the steps that set what it sends',
  why: `A flow runs from top to bottom.
A field that a later step changes is sent with its old value.
Clearing a field that has been sent is let through, and so is a field that a step before the call has set as well.`,
  visit: {
    step(step, context) {
      const webhook = webhookOf(step, context.program)
      return webhook === undefined ? undefined : changedTooLate(step, webhook, context)
    },
  },
}

function* changedTooLate(
  call: FlowStep,
  webhook: Webhook,
  { campaign, program, stepIndex }: CampaignContext,
): Iterable<Finding> {
  const after = campaign.flow.slice(stepIndex + 1)
  if (fieldsChangedBy(after).length === 0) return
  if (after.some((later) => calledWebhook(later) === webhook.id.value)) return
  const before = fieldsChangedBy(campaign.flow.slice(0, stepIndex))
  const sent = sentFields(webhook, program)
  for (const later of after) {
    const changed = changedField(later)?.toLowerCase()
    const token = changed === undefined ? undefined : sent.get(changed)
    if (token === undefined || before.includes(changed ?? '') || isCleared(later)) continue
    yield {
      at: later.step.at,
      message: `"${token.field?.displayName ?? ''}" is changed after the call that sends it`,
      effect: 'the endpoint gets the old value',
      related: [
        { at: call.step.at, message: 'the call' },
        { at: token.at, message: 'the token that sends it' },
      ],
      help: 'move this step before the call',
    }
  }
}

/** By display name; two fields of the same name, as a person's and a company's City, cannot be told apart in a step. */
function sentFields(webhook: Webhook, program: DefinedProgram): ReadonlyMap<string, SeenToken> {
  const fields = availableFields(program)
  const isTheOnlyOne = (name: string): boolean =>
    fieldsNamed(name, 'displayName', fields).length < 2
  return new Map(
    seenTokens(webhook, program).flatMap((token): readonly (readonly [string, SeenToken])[] => {
      const name = token.field?.displayName.toLowerCase()
      const { namespace } = token.kind ?? {}
      if (name === undefined || (namespace !== 'lead' && namespace !== 'company')) return []
      return namespace === 'lead' || isTheOnlyOne(name) ? [[name, token]] : []
    }),
  )
}

function fieldsChangedBy(steps: readonly FlowStep[]): readonly string[] {
  return steps.flatMap((step) => changedField(step)?.toLowerCase() ?? [])
}

/** What has been sent may be cleared. `NULL` clears a field. Source: Experience League, "Change Data Value". */
function isCleared(step: FlowStep): boolean {
  return settingOf(step, 'value')?.value.toUpperCase() === 'NULL'
}
