import type { KnownState } from './pending-steps.ts'
import type { PlanStep } from './plan.ts'
import { removalStep, type GoneThing } from './removal-steps.ts'
import { tellStep, waitStep } from './retire-steps.ts'
import { click, step, type Step } from './step.ts'
import { code, onScreen, say } from './words.ts'

/** The end of a campaign's step that switches it on. */
const ACTIVATE = '.activate'

/** The way out of a whole program: told, switched off, waited for, then taken out. */
export function retirementSteps(
  program: string,
  known: KnownState,
  gone: readonly GoneThing[],
): readonly PlanStep[] {
  const removals = gone.flatMap((thing) => removalStep(thing) ?? [])
  if (removals.length === 0) return []
  const offs = switchOffs(
    gone.flatMap(({ steps }) => steps),
    known,
  )
  return [
    passing(tellStep(code(program), say`Somebody still needs it: put the definition back.`)),
    ...offs,
    passing(waitStep(say`Activate the campaigns again.`)),
    ...withLeftovers(removals, known),
  ]
}

/** One deactivation for each campaign that is on: what was switched on last is switched off first. */
export function switchOffs(steps: readonly string[], known: KnownState): readonly PlanStep[] {
  const order = [...known.steps.keys()].filter((id) => steps.includes(id)).toReversed()
  return order
    .filter((id) => id.startsWith('campaign.') && id.endsWith(ACTIVATE))
    .map((id): PlanStep => {
      const campaign = id.slice(0, -ACTIVATE.length)
      const off = offStep(campaign, known)
      return { step: off, motion: 'around', changes: [], settles: [id] }
    })
}

function offStep(campaign: string, { names }: KnownState): Step {
  const name = names.get(campaign) ?? campaign.slice(campaign.indexOf('.') + 1)
  const program = names.get('program')
  const places = ['Marketing Activities', program, name].filter((place) => place !== undefined)
  return step({
    id: `retire.off.${campaign.slice(campaign.indexOf('.') + 1)}`,
    actor: 'api',
    does: `Deactivate ${name}`,
    where: [...new Set(places), 'Schedule'],
    movements: [click('Deactivate')],
    request: {
      method: 'POST',
      path: '/rest/asset/v1/smartCampaign/{id}/deactivate.json',
      body: undefined,
    },
    expect: say`The campaign is shown as inactive, and lets nobody in from now on.`,
    ifNot: say`If the button is missing, you may not activate campaigns in this workspace: ask somebody who may.`,
    verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')} says ${code('"isActive": false')}.`,
    undo: say`${onScreen('Activate')}, on the same tab.`,
  })
}

/** What needs no act (lists, addresses) is known no more with the last thing that goes. */
function withLeftovers(removals: readonly PlanStep[], known: KnownState): readonly PlanStep[] {
  const left = [...known.steps.keys()].filter((id) => /^(?:list\.|endpoint\.allowlist$)/.test(id))
  return removals.map((each, index) =>
    index === removals.length - 1 ? { ...each, settles: [...each.settles, ...left] } : each,
  )
}

function passing(each: Step): PlanStep {
  return { step: each, motion: 'around', changes: [], settles: [] }
}
