import { parseQualification } from '../marketo/campaigns/qualification.ts'
import type { Campaign, Trigger } from '../model/campaign.ts'
import type { Act, Doubt, Hindrance, TimedAct } from './act.ts'
import { admit } from './admit-person.ts'
import { hears } from './hear-occurrence.ts'
import type { Occurrence } from './occurrence.ts'
import type { RunModel } from './run-model.ts'
import type { RunState } from './run-state.ts'

/** A state, and what has led to it. */
export interface Moved {
  readonly state: RunState
  readonly acts: readonly TimedAct[]
}

/** Lets every campaign hear of something: those whose triggers, filters and qualification let the person in begin. */
export function occur(before: RunState, occurrence: Occurrence, model: RunModel): Moved {
  let moved: Moved = { state: before, acts: [] }
  for (const campaign of model.campaigns) {
    if (occurrence.kind === 'requested' && occurrence.campaign !== campaign) continue
    moved = consider(campaign, occurrence, moved, model)
  }
  return moved
}

function consider(
  campaign: Campaign,
  occurrence: Occurrence,
  moved: Moved,
  model: RunModel,
): Moved {
  const { state } = moved
  if (state.off.includes(campaign.id.value)) return moved
  const heard = hearing(campaign, occurrence, model)
  if (heard === undefined) return moved
  const admission = admit(campaign, state.person, model)
  const hindrance: Hindrance | undefined =
    admission.answer === 'no'
      ? { kind: 'filter', filter: admission.by }
      : qualificationHindrance(campaign, state)
  if (hindrance !== undefined) {
    const act = { kind: 'kept-out', by: hindrance } as const
    return { ...moved, acts: [...moved.acts, timed(act, state, campaign, heard.trigger.at)] }
  }
  const doubt: Doubt | undefined = heard.isCertain
    ? admission.answer === 'unknown'
      ? { kind: 'filter', filter: admission.by }
      : undefined
    : { kind: 'trigger', trigger: heard.trigger }
  return doubt === undefined
    ? begin(campaign, heard.trigger, moved)
    : { ...moved, state: withDoubt(state, campaign, heard.trigger, doubt) }
}

/** Triggers are joined by or: a certain one comes first. Source: Experience League, "Define Smart List for Smart Campaign, Trigger". */
function hearing(
  { triggers }: Campaign,
  occurrence: Occurrence,
  { assumptions }: RunModel,
): { readonly trigger: Trigger; readonly isCertain: boolean } | undefined {
  const answers = triggers.map((trigger) => ({
    trigger,
    answer: hears(trigger, occurrence, assumptions),
  }))
  const certain = answers.find(({ answer }) => answer === 'yes')
  const found = certain ?? answers.find(({ answer }) => answer === 'unknown')
  return found === undefined
    ? undefined
    : { trigger: found.trigger, isCertain: certain !== undefined }
}

/** The default is "only once". Source: Experience League, "Edit Qualification Rules in a Smart Campaign". */
function qualificationHindrance(
  { id, qualification }: Campaign,
  { entered, minute }: RunState,
): Hindrance | undefined {
  const last = entered[id.value]
  if (last === undefined) return undefined
  const isLet = minute - last >= againAfter(qualification?.value)
  return isLet
    ? undefined
    : {
        kind: 'qualification',
        rule: qualification?.value ?? 'only once',
        isStated: qualification !== undefined,
      }
}

/** After how many minutes a person may enter again. A day is 24 hours, a month 30 days. Source: as above. */
export function againAfter(qualification: string | undefined): number {
  const rule = parseQualification(qualification ?? 'only once')
  switch (rule?.kind) {
    case 'only once':
      return Infinity
    case 'once every':
      return rule.count * MINUTES[rule.unit]
    case 'every time':
    case undefined:
      return 0
  }
}

const MINUTES = { hour: 60, day: 1440, week: 10_080, month: 43_200 } as const

/** The person enters: the flow is still to be run. */
export function begin(campaign: Campaign, trigger: Trigger, { state, acts }: Moved): Moved {
  const task = {
    kind: 'flow',
    id: state.nextTask,
    frames: [{ campaign, next: 0 }],
    due: state.minute,
    trigger: trigger.trigger.value,
  } as const
  return {
    state: {
      ...state,
      tasks: [...state.tasks, task],
      nextTask: state.nextTask + 1,
      entered: { ...state.entered, [campaign.id.value]: state.minute },
    },
    acts: [...acts, timed({ kind: 'began', trigger }, state, campaign, trigger.at)],
  }
}

function withDoubt(state: RunState, campaign: Campaign, trigger: Trigger, doubt: Doubt): RunState {
  const task = { kind: 'doubt', id: state.nextTask, campaign, trigger, doubt } as const
  return { ...state, tasks: [...state.tasks, task], nextTask: state.nextTask + 1 }
}

/** An act with the time of a state. */
export function timed(
  act: Act,
  { minute }: Pick<RunState, 'minute'>,
  campaign: Campaign | undefined,
  at: TimedAct['at'],
): TimedAct {
  return { ...act, minute, campaign, at }
}
