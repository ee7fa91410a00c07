import { hearsCall, isStartedByCall, isStep } from './calls.ts'
import { constraintOf, type Campaign, type Constraint, type Trigger } from './campaign.ts'
import type { DefinedProgram, Program } from './program.ts'
import type { Webhook } from './webhook.ts'
import type { ProgramFamily } from './workspace.ts'

/** What of a webhook its campaigns can tell apart: its id, and the value that proves success. */
export interface HeardWebhook {
  readonly id: string
  readonly success: string | undefined
}

export function heardWebhook({ id, success }: Webhook): HeardWebhook {
  return {
    id: id.value,
    success: success === undefined ? undefined : String(success.equals.value),
  }
}

/** The campaigns that calls of a webhook start, in its program and, for those that hear every webhook, elsewhere. */
export function listenersTo(
  webhook: string,
  program: DefinedProgram,
  elsewhere: readonly Campaign[],
): readonly Campaign[] {
  return [...program.campaigns, ...elsewhere].filter((campaign) =>
    isStartedByCall(campaign, webhook),
  )
}

/** Campaigns of the other programs in the same environment that react to every webhook's calls. */
export function listenersElsewhere(
  { id, environment }: Program,
  families: readonly ProgramFamily[],
): readonly Campaign[] {
  const known = everywhere.get(families) ?? listenersEverywhere(families)
  everywhere.set(families, known)
  return known
    .filter((each) => each.family !== id.value && each.environment === environment.id.value)
    .map(({ campaign }) => campaign)
}

interface Listener {
  readonly family: string
  readonly environment: string
  readonly campaign: Campaign
}

/** Each webhook of a project asks, and few campaigns hear every webhook: they are looked for once. */
const everywhere = new WeakMap<readonly ProgramFamily[], readonly Listener[]>()

function listenersEverywhere(families: readonly ProgramFamily[]): readonly Listener[] {
  return families.flatMap(({ id, deployments }) =>
    deployments.flatMap(({ environment, program }) =>
      program.campaigns
        .filter(({ triggers }) => triggers.some((trigger) => hearsAll(trigger)))
        .map((campaign) => ({ family: id, environment, campaign })),
    ),
  )
}

function hearsAll(trigger: Trigger): boolean {
  return hearsCall(trigger, '') && constraintOf(trigger, 'webhook') === undefined
}

/** Whether a campaign does something about failed calls in general, as far as its constraints say at a glance. */
export function catchesFailures(campaign: Campaign, webhook: HeardWebhook): boolean {
  if (!actsOnPerson(campaign)) return false
  return campaign.triggers.some(
    (trigger) =>
      hearsCall(trigger, webhook.id) &&
      coversErrors(constraintOf(trigger, 'errorType')) &&
      !waitsForSuccess(constraintOf(trigger, 'response'), webhook),
  )
}

/** True for a campaign that tells somebody or keeps the person somewhere. */
export function actsOnPerson({ flow }: Campaign): boolean {
  return flow.some((step) =>
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
}

/** "Error Type is Not Found" leaves every other failure uncaught. */
function coversErrors(constraint: Constraint | undefined): boolean {
  return constraint === undefined || isNegative(constraint)
}

/** "Response contains success" is the opposite of a catcher. */
function waitsForSuccess(constraint: Constraint | undefined, { success }: HeardWebhook): boolean {
  if (constraint === undefined || isNegative(constraint)) return false
  return success === undefined || String(constraint.value.value).includes(success)
}

function isNegative({ operator }: Constraint): boolean {
  return /\bnot\b|\bempty\b/i.test(operator?.value ?? 'is')
}
