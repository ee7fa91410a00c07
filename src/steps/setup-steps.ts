import { accessSteps, permissionSteps } from './access-steps.ts'
import { activateSteps, campaignSteps } from './campaign-steps.ts'
import { endpointSteps } from './endpoint-steps.ts'
import { fieldSteps } from './field-steps.ts'
import { listSteps, programSteps, tokenSteps } from './program-steps.ts'
import { proveSteps } from './prove-steps.ts'
import type { Step } from './step.ts'
import type { StepContext } from './step-context.ts'
import { dialogStep, headerSteps, mappingSteps } from './webhook-steps.ts'
import { say, section, type Sentence } from './words.ts'

/** A part of the set-up: one place of Marketo's screens, or why this program needs nothing there. */
export interface StepGroup {
  readonly id: string
  readonly title: string
  readonly steps: readonly Step[]
  /** Said where there are no steps. */
  readonly absent: Sentence
}

/** Everything that brings a program into an empty environment, in the order of Marketo's screens. */
export function setupGroups(context: StepContext): readonly StepGroup[] {
  const { program, webhooks } = context.compiled
  const group = (
    id: string,
    title: string,
    steps: readonly Step[],
    absent: Sentence,
  ): StepGroup => ({
    id,
    title,
    steps,
    absent,
  })
  return [
    group('permissions', 'Permissions', permissionSteps(program), []),
    group('endpoint', 'The endpoint', endpointSteps(context), []),
    group(
      'access',
      'API user and LaunchPoint service',
      accessSteps(program),
      say`Not needed: the endpoint answers at once and writes nothing back through the REST API.`,
    ),
    group(
      'fields',
      'Fields',
      fieldSteps(context),
      say`Not needed: this program uses standard fields only.`,
    ),
    group(
      'webhook',
      'The webhook by hand',
      webhooks.map((webhook) => dialogStep(webhook, context)),
      [],
    ),
    group(
      'headers',
      'Headers',
      webhooks.flatMap((webhook) => headerSteps(webhook, context)),
      say`Not needed: no header is set.`,
    ),
    group(
      'mappings',
      'Response mappings',
      webhooks.flatMap((webhook) => mappingSteps(webhook, context)),
      say`Not needed: nothing of the response is written to the lead.`,
    ),
    group(
      'program',
      'Program',
      programSteps(context),
      say`Not needed: the campaigns stand in no program.`,
    ),
    group(
      'tokens',
      'My Tokens',
      tokenSteps(context),
      say`Not needed: the payload uses no My Token of the program.`,
    ),
    group(
      'lists',
      'Static lists',
      listSteps(context),
      say`Not needed: no campaign adds people to a list.`,
    ),
    group(
      'campaigns',
      'Campaigns',
      program.campaigns.flatMap((campaign) => campaignSteps(campaign, context)),
      say`Not needed: the definition has no campaign, so nothing calls the webhook yet.`,
    ),
    group(
      'activate',
      'Activate',
      activateSteps(program),
      say`Not needed: no campaign has a trigger.`,
    ),
    group(
      'verify',
      'Verify',
      [],
      say`Follow ${section(5)} from its first step to its last. The set-up is done when it has passed.`,
    ),
  ]
}

/** The same without the groups, up to the proof that it works. */
export function setupSteps(context: StepContext): readonly Step[] {
  return [...setupGroups(context).flatMap(({ steps }) => steps), ...proveSteps(context)]
}
