import { confirmOf, screenParts } from './on-screen.ts'
import type { PlanStep } from './plan.ts'
import { act, click, step, type Step } from './step.ts'
import { campaignHome, type StepContext } from './step-context.ts'
import { onScreen, say } from './words.ts'

/**
 * The edit that takes a part of a thing out, while the thing stays; nothing for a part without which
 * nothing differs. Switching off is another act: `isSwitchedOff` says which.
 */
export function partRemoval(id: string, context: StepContext): readonly PlanStep[] {
  const made = stepFor(id, context)
  return made === undefined ? [] : [{ step: made, motion: 'edit', changes: [], settles: [id] }]
}

function stepFor(id: string, { compiled }: StepContext): Step | undefined {
  const [kind, thing, part] = id.split('.')
  const webhook = compiled.webhooks.find((each) => each.id === thing)
  if (kind === 'webhook' && webhook !== undefined)
    return part === 'headers' ? noHeaders(id, webhook.name) : noMappings(id, webhook.name)
  const campaign = compiled.program.campaigns.find((each) => each.id.value === thing)
  if (kind !== 'campaign' || campaign === undefined || part === 'activate') return undefined
  const names = { program: campaignHome(compiled.program), campaign: campaign.name.value }
  return part === 'priority' ? noPriority(id, names) : noSchedule(id, names)
}

function noHeaders(id: string, webhook: string): Step {
  return step({
    id,
    actor: 'human',
    does: `Remove the headers of ${webhook}`,
    ...screenParts('set-custom-header', { webhook }),
    movements: [
      act(say`Select all rows, and click ${onScreen('Remove')}.`),
      click(confirmOf('set-custom-header')),
    ],
    expect: say`The dialog, opened again, shows no row.`,
    ifNot: say`Select the webhook in the list first: the menu belongs to the selected one.`,
    verify: say`Open the dialog again.`,
    undo: say`Add the rows again, as git has them.`,
  })
}

function noMappings(id: string, webhook: string): Step {
  return step({
    id,
    actor: 'human',
    does: `Remove the response mappings of ${webhook}`,
    ...screenParts('edit-response-mapping', { webhook }),
    movements: [
      act(say`Select all rows, and click ${onScreen('Remove')}.`),
      click(confirmOf('edit-response-mapping')),
    ],
    expect: say`The pane ${onScreen('Response Mappings')} shows no row.`,
    ifNot: say`Select the webhook in the list first.`,
    verify: say`Look at the pane again.`,
    undo: say`Add the rows again, as git has them.`,
  })
}

type CampaignNames = Readonly<Record<'program' | 'campaign', string>>

function noPriority(id: string, names: CampaignNames): Step {
  return step({
    id,
    actor: 'human',
    does: `${names.campaign}: priority`,
    ...screenParts('schedule', names),
    movements: [
      act(
        say`In ${onScreen('Priority')} choose what your team leaves there: the definition states none any more.`,
      ),
    ],
    expect: say`The tab shows it.`,
    ifNot: say`Ask for the permission ${onScreen('Edit Trigger Campaign Priority')}.`,
    verify: say`The tab shows it at any time.`,
    undo: say`Choose the earlier priority.`,
  })
}

function noSchedule(id: string, names: CampaignNames): Step {
  return step({
    id,
    actor: 'human',
    does: `${names.campaign}: no schedule`,
    ...screenParts('schedule', names),
    movements: [act(say`Remove the schedule.`)],
    expect: say`The tab shows no next run.`,
    ifNot: say`A run that has begun goes on to its end.`,
    verify: say`The tab shows no next run at any time.`,
    undo: say`Schedule it again.`,
  })
}
