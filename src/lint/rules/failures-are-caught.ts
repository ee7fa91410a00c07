import { constraintOf, type Campaign, type Constraint, type Trigger } from '../../model/campaign.ts'
import type { Program } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { ProgramFamily } from '../../model/workspace.ts'
import { hearsCall, isStartedByCall, isStep } from '../calls.ts'
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
One campaign may catch the failures of every webhook, in any program of the same environment.
Source: Experience League, "Errors" (webhooks).`,
  visit: {
    *webhook(webhook, { program, families, callers }) {
      if (callers.length === 0) return
      const listeners = [...program.campaigns, ...elsewhere(program, families)].filter((campaign) =>
        isStartedByCall(campaign, webhook.id.value),
      )
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

/** Campaigns of the other programs in the same environment that react to every webhook's calls. */
function elsewhere(
  { id, environment }: Program,
  families: readonly ProgramFamily[],
): readonly Campaign[] {
  return families
    .filter((family) => family.id !== id.value)
    .flatMap(({ deployments }) => deployments)
    .filter((deployment) => deployment.environment === environment.id.value)
    .flatMap((deployment) => deployment.program.campaigns)
    .filter(({ triggers }) => triggers.some((trigger) => hearsAll(trigger)))
}

function hearsAll(trigger: Trigger): boolean {
  return hearsCall(trigger, '') && constraintOf(trigger, 'webhook') === undefined
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
      hearsCall(trigger, webhook.id.value) &&
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
