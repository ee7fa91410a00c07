import { beginRun, type OutsideEvent } from '../campaign/begin-run.ts'
import type { TimedAct } from '../campaign/act.ts'
import { timed } from '../campaign/occur.ts'
import type { Person } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import { startState, type RunState } from '../campaign/run-state.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { Campaign } from '../model/campaign.ts'
import { isReviewedInTime } from '../model/reviewed-in-time.ts'
import type { Node } from './node.ts'
import { isFailureCampaign } from './stages.ts'

/**
 * Where runs begin: with each person and each thing that may come from outside. Where nobody looks in
 * time, also after the months in which Marketo has switched off a campaign that nobody entered.
 * Source: Experience League, "Automatic Trigger Campaign Cleanup".
 */
export function startNodes(
  people: readonly Person[],
  events: readonly OutsideEvent[],
  model: RunModel,
): readonly Node[] {
  const rare = isReviewedInTime(model.compiled.program.review) ? [] : rareCampaigns(model)
  return [undefined, ...rare].flatMap((off) =>
    people.flatMap((person) =>
      events.map((event) => startNode(switchOff(startState(person), off), event, model)),
    ),
  )
}

/** A good webhook's failure campaign is one that nobody enters. */
function rareCampaigns(model: RunModel): readonly Campaign[] {
  return model.compiled.program.campaigns.filter((campaign) => isFailureCampaign(campaign, model))
}

interface Start {
  readonly state: RunState
  readonly acts: readonly TimedAct[]
}

function switchOff(state: RunState, campaign: Campaign | undefined): Start {
  if (campaign === undefined) return { state, acts: [] }
  const act = { kind: 'switched-off', months: LIMITS.campaignCleanupMonths } as const
  return {
    state: { ...state, off: [campaign.id.value] },
    acts: [timed(act, state, campaign, campaign.name.at)],
  }
}

function startNode({ state, acts }: Start, event: OutsideEvent, model: RunModel): Node {
  const begun = beginRun(state, event, model)
  return {
    state: begun.state,
    watch: {},
    events: 1,
    isSupposed: false,
    before: undefined,
    start: state.person,
    acts: [...acts, ...begun.acts],
  }
}
