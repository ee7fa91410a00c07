import type { Related } from '../diagnostic/finding.ts'
import type { Campaign, FlowStep } from '../model/campaign.ts'
import type { DefinedProgram } from '../model/program.ts'
import { calledWebhook, isStartedByCall, isStep, requests } from '../model/calls.ts'
import { isRepeated } from './starts.ts'

/** A call that the end of the same webhook's call brings about. */
export interface EndlessRetry {
  readonly call: FlowStep
  readonly by: Related
}

/**
 * The call of a campaign that reacts to the webhook's own calls, with nothing in the way:
 * no filter that could count the attempts and no Wait that lets the endpoint recover.
 */
export function endlessRetry(
  campaign: Campaign,
  webhook: string,
  program: DefinedProgram,
): EndlessRetry | undefined {
  const call = unhindered(campaign).find((step) => calledWebhook(step) === webhook)
  if (call === undefined) return undefined
  if (isStartedByCall(campaign, webhook)) return { call, by: reactsTo(campaign) }
  const asking = program.campaigns.find(
    (other) =>
      isStartedByCall(other, webhook) && requests({ ...other, flow: unhindered(other) }, campaign),
  )
  return asking === undefined ? undefined : { call, by: reactsTo(asking) }
}

/** The steps that everybody reaches at once, each time. */
function unhindered(campaign: Campaign): readonly FlowStep[] {
  if (campaign.filters.length > 0 || !isRepeated(campaign)) return []
  const wait = campaign.flow.findIndex((step) => isStep(step, 'Wait'))
  return wait === -1 ? campaign.flow : campaign.flow.slice(0, wait)
}

function reactsTo(campaign: Campaign): Related {
  return { at: campaign.name.at, message: 'this campaign reacts to the calls of the webhook' }
}
