import { slug } from '../base/slug.ts'
import { LIMITS } from '../marketo/limits.ts'
import { settingOf, type Campaign } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import { calledWebhooks, isTriggered } from './campaign-roles.ts'
import { confirmOf, screenParts, type ScreenParts } from './on-screen.ts'
import {
  doubtfulFlowWords,
  doubtfulTriggerWords,
  filterMovement,
  flowMovements,
  triggerMovement,
} from './rule-movements.ts'
import { act, choose, click, enter, step, type Movement, type Step } from './step.ts'
import { campaignHome, type StepContext } from './step-context.ts'
import type { ScreenId } from '../marketo/screens/screen.ts'
import { code, countOf, onScreen, say, sentences } from './words.ts'

/** A campaign from nothing to ready: shell, smart list, flow, qualification rule, and what else it states. */
export function campaignSteps(campaign: Campaign, context: StepContext): readonly Step[] {
  const { program } = context.compiled
  return [
    createStep(campaign, program),
    smartListStep(campaign, program),
    flowStep(campaign, program),
    qualificationStep(campaign, program),
    ...priorityStep(campaign, program),
    ...recurrenceStep(campaign, program),
  ]
}

/** Where a campaign's tab is. */
export function onCampaign(id: ScreenId, campaign: Campaign, program: Program): ScreenParts {
  return screenParts(id, { program: campaignHome(program), campaign: campaign.name.value })
}

function createStep({ id, name }: Campaign, program: Program): Step {
  const isDefined = program.campaigns.some((campaign) => campaign.id.value === id.value)
  const isCloned = isDefined && program.home?.template !== undefined
  return step({
    id: `campaign.${id.value}.create`,
    actor: 'api',
    does: `${name.value}: have the campaign`,
    edits: `Rename the campaign ${name.value}`,
    needs: program.home === undefined ? [] : ['program.clone'],
    ...screenParts('new-campaign', { program: campaignHome(program) }),
    movements: [
      act(
        isCloned
          ? say`If the clone has brought ${onScreen(name.value)}, go on to the next step, and compare there instead of adding.`
          : say`If ${onScreen(name.value)} is there already, go on to the next step, and compare there instead of adding.`,
      ),
      enter('Name', name.value),
      click(confirmOf('new-campaign')),
    ],
    request: {
      method: 'POST',
      path: '/rest/asset/v1/smartCampaigns.json',
      body: undefined,
    },
    expect: say`${onScreen(name.value)} stands in ${onScreen(campaignHome(program))}, inactive.`,
    ifNot: say`If a campaign of this name is there and active, somebody has set it up: stop, and ask before you change it.`,
    verify: say`${code('GET /rest/asset/v1/smartCampaigns.json')} lists it.`,
    undo: say`Delete the campaign, as long as nobody has been through it.`,
  })
}

function smartListStep(campaign: Campaign, program: Program): Step {
  const { id, name, triggers, filters } = campaign
  const parts = onCampaign('smart-list', campaign, program)
  return step({
    id: `campaign.${id.value}.smart-list`,
    actor: 'human',
    does: `${name.value}: smart list`,
    needs: [`campaign.${id.value}.create`],
    ...parts,
    sets: joinedBy(campaign),
    toVerify: [...parts.toVerify, ...doubtfulTriggerWords(triggers)],
    movements: [
      ...triggers.map((trigger) => triggerMovement(trigger, program)),
      ...filters.map((filter) => filterMovement(filter, program)),
      ...joinMovements(campaign),
    ],
    expect: say`${countOf(triggers.length, 'trigger')} and ${countOf(filters.length, 'filter')}, none marked as incomplete.`,
    ifNot: say`A mark means that a value is missing or unknown: a field or webhook of that name does not exist here yet.`,
    verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}/smartList.json?includeRules=true')} shows the same rules.`,
    undo: say`Remove what you added. Never edit the smart list of an active campaign.`,
  })
}

/** One filter is joined with nothing, whatever the definition says. */
function joinedBy({ filters, filterLogic }: Campaign): Readonly<Record<string, string>> {
  return filters.length > 1 ? { 'filters joined by': filterLogic?.value ?? 'all' } : {}
}

/** How rules are joined is said where there is more than one. */
function joinMovements({ triggers, filters, filterLogic }: Campaign): readonly Movement[] {
  const logic = filterLogic?.value ?? 'all'
  return [
    ...(triggers.length > 1
      ? [act(say`Nothing to set between triggers: any one of them lets a person in.`)]
      : []),
    ...(filters.length > 1 ? [act(say`Let the filters be joined by ${onScreen(logic)}.`)] : []),
  ]
}

function flowStep(campaign: Campaign, program: Program): Step {
  const { id, name, flow } = campaign
  const parts = onCampaign('flow', campaign, program)
  return step({
    id: `campaign.${id.value}.flow`,
    actor: 'human',
    does: `${name.value}: flow`,
    needs: [
      `campaign.${id.value}.smart-list`,
      ...calledWebhooks(campaign, program).map((webhook) => `webhook.${webhook}.dialog`),
      ...listsAdded(campaign),
    ],
    ...parts,
    toVerify: [...parts.toVerify, ...doubtfulFlowWords(flow)],
    movements: flow.flatMap((each) => flowMovements(each, program)),
    expect: say`${countOf(flow.length, 'step')}${flow.length === 1 ? '' : ', in this order'}.`,
    ifNot: say`If a webhook or a list is not offered, it has not been created in this subscription, or not under this name.`,
    verify: say`No API reads the flow: compare the tab with this step.`,
    undo: say`Remove the steps. Never edit the flow of an active campaign.`,
  })
}

function listsAdded({ flow }: Campaign): readonly string[] {
  return flow
    .filter(({ step: { value } }) => value.toLowerCase() === 'add to list')
    .flatMap((each) => settingOf(each, 'list')?.value ?? [])
    .map((list) => `list.${slug(list)}`)
}

/** The rule is always stated: Marketo's default sends nobody twice, and says nothing about it. */
export function qualificationStep(campaign: Campaign, program: Program): Step {
  const { id, name, qualification } = campaign
  const rule = qualification?.value ?? 'only once'
  return step({
    id: `campaign.${id.value}.schedule`,
    actor: 'human',
    does: `${name.value}: qualification rule`,
    needs: [`campaign.${id.value}.flow`],
    ...onCampaign('qualification', campaign, program),
    movements: [
      act(say`In ${onScreen('Smart Campaign Settings')} click ${onScreen('Edit')}.`),
      choose('Each person can run through the flow', rule),
      click(confirmOf('qualification')),
    ],
    expect: say`${onScreen('Smart Campaign Settings')} says ${onScreen(rule)}.`,
    ifNot: say`Marketo's default is ${onScreen('only once')}: a person who has been through is never let in again, and nothing tells you.`,
    verify: say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')} shows the member ${code('qualificationRuleType')}.`,
    undo: say`Choose the earlier rule.`,
  })
}

function priorityStep(campaign: Campaign, program: Program): readonly Step[] {
  const { id, name, priority } = campaign
  if (priority === undefined) return []
  return [
    step({
      id: `campaign.${id.value}.priority`,
      actor: 'human',
      does: `${name.value}: priority`,
      needs: [`campaign.${id.value}.flow`],
      ...onCampaign('schedule', campaign, program),
      movements: [choose('Priority', priority.value)],
      expect: say`The tab shows the priority ${onScreen(priority.value)}.`,
      ifNot: say`Ask for the permission ${onScreen('Edit Trigger Campaign Priority')}.`,
      verify: say`The campaign queue shows it for people who enter from now on.`,
      undo: say`Choose the earlier priority.`,
    }),
  ]
}

function recurrenceStep(campaign: Campaign, program: Program): readonly Step[] {
  const { id, name, schedule } = campaign
  if (schedule === undefined) return []
  return [
    step({
      id: `campaign.${id.value}.recurrence`,
      actor: 'human',
      does: `${name.value}: schedule`,
      sets: { schedule: schedule.value },
      needs: [`campaign.${id.value}.flow`],
      ...onCampaign('schedule', campaign, program),
      movements: [act(say`Schedule it: ${onScreen(schedule.value)}.`)],
      expect: say`The tab shows the next run.`,
      ifNot: say`A campaign with a trigger has no schedule: look at its smart list.`,
      verify: say`The tab shows the next run at any time.`,
      undo: say`Remove the schedule on the same tab.`,
    }),
  ]
}

export function activateStep(campaign: Campaign, program: Program): Step {
  const { id, name } = campaign
  return step({
    id: `campaign.${id.value}.activate`,
    actor: 'api',
    does: `Activate ${name.value}`,
    sets: { status: 'active' },
    needs: [`campaign.${id.value}.schedule`],
    ...onCampaign('schedule', campaign, program),
    movements: [click('Activate')],
    request: {
      method: 'POST',
      path: '/rest/asset/v1/smartCampaign/{id}/activate.json',
      body: undefined,
    },
    expect: say`The campaign is shown as active.`,
    ifNot: say`A trigger campaign needs at least one trigger and one flow step, and no error in either.`,
    verify: sentences(
      say`${code('GET /rest/asset/v1/smartCampaign/{id}.json')} says ${code('"isActive": true')}.`,
      say`Look twice a year: Marketo deactivates a trigger campaign that nobody has met for ${String(LIMITS.campaignCleanupMonths)} months.`,
    ),
    undo: say`${onScreen('Deactivate')}, on the same tab.`,
  })
}

/** Catchers before callers: no call is made before somebody catches its failure. */
export function activateSteps(program: Program): readonly Step[] {
  return program.campaigns
    .toReversed()
    .filter(isTriggered)
    .map((campaign) => activateStep(campaign, program))
}
