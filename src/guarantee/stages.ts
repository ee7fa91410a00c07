import { callEnds } from '../campaign/call-ends.ts'
import { endedCall } from '../campaign/ended-call.ts'
import { hears } from '../campaign/hear-occurrence.ts'
import type { RunModel } from '../campaign/run-model.ts'
import { firstCall, isStep } from '../model/calls.ts'
import { settingOf, type Campaign } from '../model/campaign.ts'

/** A field that other campaigns move on after a call has succeeded. */
export interface Stage {
  readonly field: string
  /** Values that calling campaigns set: the person is on the way. */
  readonly between: readonly string[]
  /** Values that are set by campaigns which neither call nor catch failures. */
  readonly after: readonly string[]
}

export type Stages = readonly Stage[]

/** Where people stand before a call and after one that has succeeded, by what the campaigns set. */
export function stagesOf(model: RunModel): Stages {
  const { campaigns } = model.compiled.program
  const callers = campaigns.filter((campaign) => firstCall(campaign) >= 0)
  const followers = campaigns.filter(
    (campaign) => firstCall(campaign) < 0 && !isFailureCampaign(campaign, model),
  )
  const fields = new Map(
    followers.flatMap(settingsOf).map(({ field }) => [field.toLowerCase(), field]),
  )
  return [...fields.values()].map((field) => ({
    field,
    between: valuesFor(field, callers),
    after: valuesFor(field, followers),
  }))
}

/** True for a campaign that hears failed calls and no successful one. */
export function isFailureCampaign({ triggers }: Campaign, model: RunModel): boolean {
  const ends = [...model.webhooks.values()].flatMap((webhook) =>
    callEnds(webhook).map((end) => endedCall(webhook, end, model.assumptions)),
  )
  const isHeard = (isSuccess: boolean): boolean =>
    ends
      .filter((end) => end.isSuccess === isSuccess)
      .some(({ occurrence }) =>
        triggers.some((trigger) => hears(trigger, occurrence, model.assumptions) !== 'no'),
      )
  return isHeard(false) && !isHeard(true)
}

interface Set {
  readonly field: string
  readonly value: string
}

function settingsOf({ flow }: Campaign): readonly Set[] {
  return flow
    .filter((step) => isStep(step, 'Change Data Value'))
    .flatMap((step) =>
      [step, ...step.choices].flatMap((owner): readonly Set[] => {
        const field = (settingOf(owner, 'attribute') ?? settingOf(step, 'attribute'))?.value
        const value = settingOf(owner, 'value')?.value
        const isFixed = value !== undefined && value !== 'NULL' && !value.includes('{{')
        return field === undefined || !isFixed ? [] : [{ field, value }]
      }),
    )
}

function valuesFor(field: string, campaigns: readonly Campaign[]): readonly string[] {
  return campaigns
    .flatMap(settingsOf)
    .filter((setting) => setting.field.toLowerCase() === field.toLowerCase())
    .map(({ value }) => value)
}
