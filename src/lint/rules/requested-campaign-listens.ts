import type { Finding } from '../../diagnostic/finding.ts'
import { triggerNamed } from '../../marketo/campaigns/triggers.ts'
import { isStep } from '../../model/calls.ts'
import { settingOf, type Campaign, type FlowStep } from '../../model/campaign.ts'
import type { DefinedProgram } from '../../model/program.ts'
import { campaignOf } from '../campaign-of.ts'
import type { Rule } from '../rule.ts'

/** A campaign can only be asked for when it listens. */
export const requestedCampaignListens: Rule = {
  id: 'requested-campaign-listens',
  severity: 'error',
  category: 'campaign',
  summary: 'a campaign that is requested has the trigger "Campaign is Requested"',
  why: `Request Campaign starts a campaign that is active and has the trigger "Campaign is Requested"; for any other nothing happens, and nothing says so.
A retry that is asked for in vain is a lead that is lost.
Campaigns of other programs are not looked at.
Source: Experience League, "Request Campaign".`,
  visit: {
    step(step, { program }) {
      return isStep(step, 'Request Campaign') ? unheard(step, program) : undefined
    },
  },
}

function* unheard(step: FlowStep, program: DefinedProgram): Iterable<Finding> {
  for (const owner of [step, ...step.choices]) {
    const name = settingOf(owner, 'campaign')
    const asked = name === undefined ? undefined : campaignOf(name.value, program)
    if (name === undefined || asked === undefined || listens(asked)) continue
    yield {
      at: name.at,
      message: `"${asked.name.value}" has no trigger "Campaign is Requested"`,
      effect: 'the request does nothing',
      related: [{ at: asked.name.at, message: 'the campaign' }],
      help: 'add "asked: {trigger: Campaign is Requested}" to its triggers',
    }
  }
}

/** A trigger that is not in the list may be one that listens, under a name that is not known here. */
function listens({ triggers }: Campaign): boolean {
  return triggers.some(({ trigger }) => {
    const known = triggerNamed(trigger.value)
    return known === undefined || known.name === 'Campaign is Requested'
  })
}
