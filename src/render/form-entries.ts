import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Campaign } from '../model/campaign.ts'
import { accessSteps } from '../steps/access-steps.ts'
import { campaignSteps } from '../steps/campaign-steps.ts'
import { fieldSteps } from '../steps/field-steps.ts'
import { listSteps, programSteps, tokenSteps } from '../steps/program-steps.ts'
import { valuesOf, type CopyValue } from '../steps/step.ts'
import type { StepContext } from '../steps/step-context.ts'
import { dialogStep, headerSteps, mappingSteps } from '../steps/webhook-steps.ts'

/** Every value of a webhook's three dialogs, in the order of the screens; secrets are formats. */
export function webhookEntries(
  webhook: CompiledWebhook,
  context: StepContext,
): readonly CopyValue[] {
  return [
    dialogStep(webhook, context),
    ...headerSteps(webhook, context),
    ...mappingSteps(webhook, context),
  ].flatMap(valuesOf)
}

/** The values that one step puts into Marketo. */
export interface EntryGroup {
  readonly title: string
  readonly entries: readonly CopyValue[]
}

/** Every value of fields, program, My Tokens, lists and the LaunchPoint service, by step. */
export function homeEntries(context: StepContext): readonly EntryGroup[] {
  const { program } = context.compiled
  const steps = [
    ...accessSteps(program),
    ...fieldSteps(context),
    ...programSteps(context),
    ...tokenSteps(context),
    ...listSteps(context),
  ]
  const groups = steps.map((step) => ({ title: step.does, entries: valuesOf(step) }))
  return [...groups, lookedUp(context)].filter(({ entries }) => entries.length > 0)
}

/** What is not typed but must be found there. */
function lookedUp({ compiled }: StepContext): EntryGroup {
  const { fields, home } = compiled.program
  const template = home?.template?.value
  return {
    title: 'To be found there, not to be typed',
    entries: [
      ...fields.flatMap(({ displayName, soap, length }) => [
        ...(soap === undefined ? [] : [entry(`SOAP name of ${displayName.value}`, soap.value)]),
        ...(length === undefined
          ? []
          : [entry(`Characters of ${displayName.value}`, String(length.value))]),
      ]),
      ...(template === undefined ? [] : [entry('Program to clone', template)]),
    ],
  }
}

/** Every value of a campaign's tabs, in the words of the screen. */
export function campaignEntries(campaign: Campaign, context: StepContext): readonly CopyValue[] {
  const logic = campaign.filterLogic?.value
  return [
    ...campaignSteps(campaign, context).flatMap(valuesOf),
    ...(logic === undefined ? [] : [entry('Filters are joined by', logic)]),
    ...(campaign.schedule === undefined ? [] : [entry('Schedule', campaign.schedule.value)]),
  ]
}

function entry(label: string, value: string): CopyValue {
  return { label, value, language: 'text' }
}
