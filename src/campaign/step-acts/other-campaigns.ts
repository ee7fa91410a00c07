import { triggerNamed } from '../../marketo/campaigns/triggers.ts'
import type { Campaign } from '../../model/campaign.ts'
import { admit } from '../admit-person.ts'
import { campaignNamed } from '../run-model.ts'
import { ownSetting } from '../setting-text.ts'
import type { StepAct } from '../step-context.ts'

/**
 * The target must be active and have the trigger "Campaign is Requested"; it runs beside this flow.
 * Source: Experience League, "Request Campaign".
 */
export const requestCampaign: StepAct = {
  name: 'Request Campaign',
  act: (input) => {
    const name = ownSetting(input, 'campaign')
    if (name === undefined) return { acts: [{ kind: 'did-nothing', step: 'Request Campaign' }] }
    const campaign = campaignNamed(name, input.model)
    if (campaign === undefined) {
      return { acts: [{ kind: 'supposed', doubt: { kind: 'elsewhere', name }, isTrue: false }] }
    }
    const isHeard = listens(campaign) && !input.state.off.includes(campaign.id.value)
    return {
      acts: [{ kind: 'requested', name: campaign.name.value, isHeard }],
      occurrences: isHeard ? [{ kind: 'requested', campaign, by: 'flow' }] : [],
    }
  },
}

function listens({ triggers }: Campaign): boolean {
  return triggers.some(
    ({ trigger }) => triggerNamed(trigger.value)?.name === 'Campaign is Requested',
  )
}

/** Campaigns may be executed within each other this deep. Source: Experience League, "Execute Campaign". */
const MOST_NESTED = 3

/** The other campaign's flow runs before the next step. Source: Experience League, "Execute Campaign". */
export const executeCampaign: StepAct = {
  name: 'Execute Campaign',
  act: (input) => {
    const { model, state, task } = input
    const name = ownSetting(input, 'campaign')
    if (name === undefined) return { acts: [{ kind: 'did-nothing', step: 'Execute Campaign' }] }
    const campaign = campaignNamed(name, model)
    if (campaign === undefined) {
      return { acts: [{ kind: 'supposed', doubt: { kind: 'elsewhere', name }, isTrue: false }] }
    }
    const { answer, by } = admit(campaign, state.person, model)
    if (!campaign.isExecutable || task.frames.length > MOST_NESTED || answer === 'no') {
      return { acts: [{ kind: 'did-nothing', step: `Execute Campaign ${campaign.name.value}` }] }
    }
    const executed = { kind: 'executed', name: campaign.name.value } as const
    const doubt = { kind: 'supposed', doubt: { kind: 'filter', filter: by }, isTrue: true } as const
    return {
      acts: answer === 'unknown' ? [doubt, executed] : [executed],
      executes: { campaign, next: 0 },
    }
  },
}
