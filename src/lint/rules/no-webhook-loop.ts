import type { Finding, Related } from '../../diagnostic/finding.ts'
import {
  constraintOf,
  settingOf,
  type Campaign,
  type FlowStep,
  type Trigger,
} from '../../model/campaign.ts'
import { changedField } from '../calls.ts'
import { mappedFields } from '../mapped-fields.ts'
import type { Rule, WebhookContext } from '../rule.ts'

/** A call whose consequences trigger the next call. */
export const noWebhookLoop: Rule = {
  id: 'no-webhook-loop',
  severity: 'error',
  category: 'campaign',
  summary: 'nothing that a call or its campaign changes triggers the same campaign again',
  why: `A mapping that writes the field by which the calling campaign is triggered makes every call cause the next one; so does a step of the campaign that changes that field or score.
With "every time" it never ends, and it takes the subscription's share of calls from all other webhooks.`,
  visit: {
    *webhook(_webhook, context) {
      for (const campaign of context.callers) {
        if (runsOnce(campaign)) continue
        for (const trigger of campaign.triggers) yield* loopsOf(trigger, campaign, context)
      }
    },
  },
}

function* loopsOf(
  trigger: Trigger,
  campaign: Campaign,
  { webhook, program }: WebhookContext,
): Iterable<Finding> {
  const watched = watchedField(trigger)
  if (watched === undefined) return
  const place: Related = {
    at: trigger.trigger.at,
    message: `"${campaign.name.value}" is triggered by it`,
  }
  for (const { mapping, field } of mappedFields(webhook, program)) {
    if (field.displayName.toLowerCase() !== watched || awaitsValue(trigger)) continue
    yield {
      at: mapping.field.at,
      message: `the response writes "${field.displayName}", which triggers the call`,
      effect: 'every call causes the next one',
      related: [place],
      help: 'write another field, or let the trigger wait for a value that the endpoint never answers',
    }
  }
  for (const step of campaign.flow) {
    if (changedField(step) !== watched || !mayTrigger(step, trigger)) continue
    yield {
      at: step.step.at,
      message: `this step changes "${watchedName(trigger)}", which triggers its own campaign`,
      effect: 'the campaign starts itself again, and calls again',
      related: [place],
      help: 'change the field in another campaign, or trigger this one by something else',
    }
  }
}

/** The display name, in lower case, of the field whose change triggers; undefined for other triggers. */
function watchedField(trigger: Trigger): string | undefined {
  return watchedName(trigger)?.toLowerCase()
}

function watchedName(trigger: Trigger): string | undefined {
  const name = trigger.trigger.value.toLowerCase()
  if (name !== 'data value changes' && name !== 'score is changed') return undefined
  const constraint = constraintOf(trigger, 'attribute') ?? constraintOf(trigger, 'score')
  return constraint === undefined ? undefined : String(constraint.value.value)
}

/** A trigger that waits for one value is not started by just any response. */
function awaitsValue(trigger: Trigger): boolean {
  const operator = constraintOf(trigger, 'newValue')?.operator?.value ?? 'is'
  return constraintOf(trigger, 'newValue') !== undefined && operator === 'is'
}

/** A fixed value that is not the awaited one does not trigger. */
function mayTrigger(step: FlowStep, trigger: Trigger): boolean {
  const awaited = constraintOf(trigger, 'newValue')
  const value = settingOf(step, 'value')?.value
  if (awaited === undefined || value === undefined || !awaitsValue(trigger)) return true
  return value.includes('{{') || value.toLowerCase() === String(awaited.value.value).toLowerCase()
}

function runsOnce(campaign: Campaign): boolean {
  return campaign.qualification?.value.toLowerCase().startsWith('only once') === true
}
