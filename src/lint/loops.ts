import type { Related } from '../diagnostic/finding.ts'
import type { Campaign } from '../model/campaign.ts'
import type { DefinedProgram } from '../model/program.ts'
import { changesOf, type FieldChange } from './field-changes.ts'
import { isGuarded, isRepeated, mayStart } from './starts.ts'

/** A change by which a campaign starts itself again, with what lies between. */
export interface Loop {
  readonly change: FieldChange
  readonly between: readonly Related[]
}

/** The ways in which a campaign starts itself again, by its own changes or through others. */
export function loopsOf(campaign: Campaign, program: DefinedProgram): readonly Loop[] {
  if (!isRepeated(campaign)) return []
  const own = changesOf(campaign, program)
  const direct = own
    .filter((change) => startsAgain(campaign, change, madeBy(own, change)))
    .map((change) => ({ change, between: [] }))
  return [...direct, ...loopsThrough(program, campaign, own)]
}

interface Visit {
  readonly campaign: Campaign
  readonly changes: readonly FieldChange[]
  readonly between: readonly Related[]
}

/** Through other campaigns: only by changes that can go on for ever, as one to a fixed value cannot. */
function loopsThrough(
  program: DefinedProgram,
  start: Campaign,
  own: readonly FieldChange[],
): readonly Loop[] {
  const loops: Loop[] = []
  const seen = new Set([start.id.value])
  const open: Visit[] = [{ campaign: start, changes: own, between: [] }]
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    for (const next of startedBy(visit, program)) {
      if (seen.has(next.campaign.id.value)) continue
      seen.add(next.campaign.id.value)
      open.push(next)
      const back = next.changes
        .filter(isLasting)
        .filter((change) => startsAgain(start, change, own))
      loops.push(...back.map((change) => ({ change, between: next.between })))
    }
  }
  return loops
}

function startedBy(visit: Visit, program: DefinedProgram): readonly Visit[] {
  return visit.changes.filter(isLasting).flatMap((change) =>
    program.campaigns
      .filter((other) => other !== visit.campaign && isRepeated(other))
      .filter((other) => startsAgain(other, change, visit.changes))
      .map((other) => ({
        campaign: other,
        changes: changesOf(other, program),
        between: [...visit.between, ...link(other, change)],
      })),
  )
}

function link(campaign: Campaign, change: FieldChange): readonly Related[] {
  return [
    { at: change.at, message: `changes "${change.displayName}"` },
    { at: campaign.name.at, message: `"${campaign.name.value}" is triggered by it` },
  ]
}

function startsAgain(
  campaign: Campaign,
  change: FieldChange,
  made: readonly FieldChange[],
): boolean {
  const isStarted = campaign.triggers.some((trigger) => mayStart(trigger, change))
  return isStarted && !isGuarded(campaign, made)
}

/** The changes that have been made by the time of this one. */
function madeBy(own: readonly FieldChange[], change: FieldChange): readonly FieldChange[] {
  return own.filter(({ index }) => index <= change.index)
}

/** A field that is set to the same value again does not change. */
function isLasting({ values }: FieldChange): boolean {
  return values === undefined || values.length !== 1
}
