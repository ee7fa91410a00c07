import type { Finding, Related } from '../../diagnostic/finding.ts'
import type { Campaign } from '../../model/campaign.ts'
import { endlessRetry, type EndlessRetry } from '../endless-retry.ts'
import type { FieldChange } from '../field-changes.ts'
import { loopsOf, type Loop } from '../loops.ts'
import type { Rule } from '../rule.ts'
import { mayStart } from '../starts.ts'

/** A call whose consequences trigger the next call. */
export const noWebhookLoop: Rule = {
  id: 'no-webhook-loop',
  severity: 'error',
  category: 'campaign',
  summary: 'nothing that a call or its campaign changes triggers the same campaign again',
  why: `A mapping that writes the field by which the calling campaign is triggered makes a call cause the next one.
So does a step of the campaign that changes that field or score, and so does a second campaign that answers the changes of the first with changes of its own.
A campaign that calls again after every failed call does the same for as long as the endpoint is down.
With "every time" it may never end, and it takes the subscription's share of calls from all other webhooks.
What stops a loop is let through: "once every …", a trigger that awaits a value which is not written, a filter that keeps out those who have been through, a Wait or a filter before a retry.`,
  visit: {
    *webhook(webhook, { program, callers }) {
      for (const campaign of callers) {
        for (const loop of loopsOf(campaign, program)) yield describeLoop(loop, campaign)
        const retry = endlessRetry(campaign, webhook.id.value, program)
        if (retry !== undefined) yield describeRetry(retry)
      }
    },
  },
}

function describeLoop({ change, between }: Loop, campaign: Campaign): Finding {
  const isMapping = change.by === 'mapping'
  const subject = isMapping ? 'the response writes' : 'this step changes'
  return {
    at: change.at,
    message: `${subject} "${change.displayName}", which triggers the call`,
    effect: 'the call causes the next one',
    related: [...between, ...triggeredBy(campaign, change)],
    help: isMapping
      ? 'write another field, or let the trigger wait for a value that the endpoint never answers'
      : 'change the field in another campaign, or trigger this one by something else',
  }
}

function triggeredBy(campaign: Campaign, change: FieldChange): readonly Related[] {
  return campaign.triggers
    .filter((trigger) => mayStart(trigger, change))
    .map(({ trigger }) => ({
      at: trigger.at,
      message: `"${campaign.name.value}" is triggered by it`,
    }))
}

function describeRetry({ call, by }: EndlessRetry): Finding {
  return {
    at: call.step.at,
    message: 'the end of a call leads to the next call, at once and without a limit',
    effect: 'while the endpoint is down, every lead that failed is sent again and again',
    related: [by],
    help: 'put a Wait before the call, and a filter on a count of attempts',
  }
}
