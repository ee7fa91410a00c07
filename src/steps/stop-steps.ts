import type { Campaign } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import { campaignRoles, isTriggered } from './campaign-roles.ts'
import { onCampaign } from './campaign-steps.ts'
import { click, step, type Step } from './step.ts'
import type { StepContext } from './step-context.ts'
import { code, onScreen, say, section } from './words.ts'

/** The safest act that stops calls: one deactivation for each campaign that calls. */
export function stopSteps({ compiled }: StepContext): readonly Step[] {
  return campaignRoles(compiled)
    .callers.filter(isTriggered)
    .map((campaign) => deactivateStep(`stop.${campaign.id.value}`, campaign, compiled.program))
}

export function deactivateStep(id: string, campaign: Campaign, program: Program): Step {
  return step({
    id,
    actor: 'api',
    does: `Deactivate ${campaign.name.value}`,
    ...onCampaign('schedule', campaign, program),
    movements: [click('Deactivate')],
    request: {
      method: 'POST',
      path: '/rest/asset/v1/smartCampaign/{id}/deactivate.json',
      body: undefined,
    },
    expect: say`The campaign is shown as inactive, and lets nobody in from now on.`,
    ifNot: say`If the button is missing, you may not activate campaigns in this workspace: wake somebody who may.`,
    verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')} says ${code('"isActive": false')}.`,
    undo: say`${onScreen('Activate')}, on the same tab. Whoever met the triggers meanwhile was not sent: ${section(6)}.`,
  })
}
