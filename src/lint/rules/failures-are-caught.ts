import { constraintOf, type Campaign, type Constraint } from '../../model/campaign.ts'
import type { Webhook } from '../../model/webhook.ts'
import { isStep } from '../calls.ts'
import type { Rule } from '../rule.ts'

/** Marketo does not retry, and tells nobody. */
export const failuresAreCaught: Rule = {
  id: 'failures-are-caught',
  severity: 'warning',
  category: 'campaign',
  summary: 'a campaign on "Webhook is Called" catches the calls that fail',
  why: `No page names a retry: recovery is left to the trigger "Webhook is Called".
Without such a campaign a failed call is seen by nobody.
A campaign that waits for one status only does not catch the others.
Source: Experience League, "Errors" (webhooks).`,
  visit: {
    *webhook(webhook, { program, callers }) {
      if (callers.length === 0) return
      const listeners = program.campaigns.filter((campaign) => listensTo(campaign, webhook))
      if (listeners.some((campaign) => catchesFailures(campaign, webhook))) return
      yield {
        at: webhook.id.at,
        message: `nobody notices when "${webhook.name.value}" fails`,
        effect: 'leads are lost in silence: Marketo neither retries nor tells anybody',
        related: listeners.map(({ name }) => ({
          at: name.at,
          message: 'this campaign catches only a part',
        })),
        help: 'add a campaign with the trigger "Webhook is Called" that lists the person and sends an alert',
      }
    },
  },
}

function listensTo(campaign: Campaign, webhook: Webhook): boolean {
  return campaign.triggers.some((trigger) => {
    if (trigger.trigger.value.toLowerCase() !== 'webhook is called') return false
    const called = constraintOf(trigger, 'webhook')
    return called === undefined || String(called.value.value) === webhook.id.value
  })
}

function catchesFailures(campaign: Campaign, webhook: Webhook): boolean {
  const acts = campaign.flow.some((step) =>
    isStep(
      step,
      'Send Alert',
      'Add to List',
      'Request Campaign',
      'Create Task',
      'Interesting Moment',
      'Change Data Value',
    ),
  )
  if (!acts) return false
  return campaign.triggers.some(
    (trigger) =>
      coversErrors(constraintOf(trigger, 'errorType')) &&
      !waitsForSuccess(constraintOf(trigger, 'response'), webhook),
  )
}

/** "Error Type is Not Found" leaves every other failure uncaught. */
function coversErrors(constraint: Constraint | undefined): boolean {
  return constraint === undefined || isNegative(constraint)
}

/** "Response contains success" is the opposite of a catcher. */
function waitsForSuccess(constraint: Constraint | undefined, webhook: Webhook): boolean {
  if (constraint === undefined || isNegative(constraint)) return false
  const success = webhook.success?.equals.value
  return success === undefined || String(constraint.value.value).includes(String(success))
}

function isNegative({ operator }: Constraint): boolean {
  return /\bnot\b|\bempty\b/i.test(operator?.value ?? 'is')
}
