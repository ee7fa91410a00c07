import { flowStepNamed } from '../marketo/campaigns/flow-steps.ts'
import { triggerNamed } from '../marketo/campaigns/triggers.ts'
import { screenNamed } from '../marketo/screens/dialogs.ts'
import {
  settingOf,
  type Campaign,
  type Constraint,
  type Filter,
  type FlowStep,
  type Trigger,
} from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import { countOf, onScreen, type Step, type StepAct, type Word } from './step.ts'

/** Smart list, flow and schedule of every campaign, then their activation in reverse: catchers before callers. */
export function campaignSteps(program: Program): readonly Step[] {
  const { campaigns } = program
  const build = campaigns.flatMap((campaign) => [
    smartList(campaign, program),
    flow(campaign, program),
    schedule(campaign),
  ])
  return [...build, ...campaigns.toReversed().filter(isTriggered).map(activate)]
}

/** Only a campaign with a trigger is switched on; others run when they are scheduled or executed. */
export function isTriggered({ triggers }: Campaign): boolean {
  return triggers.length > 0
}

function placeOf(id: 'smart-list' | 'flow' | 'schedule', campaign: Campaign): readonly string[] {
  return screenNamed(id).path.map((part) => (part === 'the campaign' ? campaign.name.value : part))
}

function smartList(campaign: Campaign, program: Program): Step {
  const { triggers, filters } = campaign
  const rules = [
    ...triggers.map((trigger) => triggerWords(trigger, program)),
    ...filters.map((filter) => ['Filter ', ...filterWords(filter, program)]),
    ...joinWords(campaign),
  ]
  return {
    id: `campaign.${campaign.id.value}.smart-list`,
    actor: 'human',
    title: `${campaign.name.value}: smart list`,
    needs: program.home === undefined ? [] : ['program.clone'],
    place: placeOf('smart-list', campaign),
    does: rules.map((words): StepAct => ({ kind: 'do', words })),
    expect: `${countOf(triggers.length, 'trigger')} and ${countOf(filters.length, 'filter')}, none with a red underline.`,
    otherwise: 'A red underline means that a value is missing or unknown.',
    undo: 'Remove the rules; do not edit the smart list of an active campaign.',
  }
}

/** How rules are joined is said where there is more than one. */
function joinWords({ triggers, filters, filterLogic }: Campaign): readonly (readonly Word[])[] {
  const logic = filterLogic?.value ?? 'all'
  return [
    ...(triggers.length > 1 ? [['Triggers are joined by or: any of them lets a person in.']] : []),
    ...(filters.length > 1 ? [['Filters are joined by ', onScreen(logic), '.']] : []),
  ]
}

function triggerWords({ trigger, constraints }: Trigger, program: Program): readonly Word[] {
  const labels = triggerNamed(trigger.value)?.constraints ?? {}
  const words = constraints.flatMap((constraint) =>
    constraintWords(labels[constraint.name.value], constraint, program),
  )
  return ['Trigger ', onScreen(trigger.value), ...words]
}

function constraintWords(
  label: string | undefined,
  { name, operator, value }: Constraint,
  program: Program,
): readonly Word[] {
  const shown = nameOnScreen(name.value, String(value.value), program)
  return [', ', onScreen(label ?? name.value), ` ${operator?.value ?? 'is'} `, onScreen(shown)]
}

/** A definition calls webhooks and campaigns by id; the screen shows their names. */
function nameOnScreen(setting: string, value: string, program: Program): string {
  const named = (list: readonly Pick<Campaign, 'id' | 'name'>[]): string =>
    list.find(({ id }) => id.value === value)?.name.value ?? value
  if (setting === 'webhook') return named(program.webhooks)
  return setting === 'campaign' ? named(program.campaigns) : value
}

function filterWords(
  { filter, operator, value, constraints }: Filter,
  program: Program,
): readonly Word[] {
  return [
    onScreen(filter.value),
    ...(operator === undefined ? [] : [` ${operator.value}`]),
    ...(value === undefined ? [] : [' ', onScreen(String(value.value))]),
    ...constraints.flatMap((constraint) => constraintWords(undefined, constraint, program)),
  ]
}

function flow(campaign: Campaign, program: Program): Step {
  return {
    id: `campaign.${campaign.id.value}.flow`,
    actor: 'human',
    title: `${campaign.name.value}: flow`,
    needs: [`campaign.${campaign.id.value}.smart-list`, ...calledWebhooks(campaign, program)],
    place: placeOf('flow', campaign),
    does: campaign.flow.map((step): StepAct => ({ kind: 'do', words: stepWords(step, program) })),
    expect: `${countOf(campaign.flow.length, 'step')}${campaign.flow.length === 1 ? '' : ', in this order'}.`,
    otherwise: 'If the webhook is not offered, it has not been created in this subscription.',
    undo: 'Remove the steps; do not edit the flow of an active campaign.',
  }
}

function calledWebhooks({ flow: steps }: Campaign, { webhooks }: Program): readonly string[] {
  const called = steps.flatMap((step) =>
    [step, ...step.choices].flatMap((owner) => settingOf(owner, 'webhook')?.value ?? []),
  )
  return webhooks
    .filter(({ id }) => called.includes(id.value))
    .map(({ id }) => `webhook.${id.value}.dialog`)
}

function stepWords({ step, settings, choices }: FlowStep, program: Program): readonly Word[] {
  const labels = flowStepNamed(step.value)?.settings ?? {}
  const own = settingWords(settings, labels, program)
  const branches = choices.flatMap(({ when, settings: chosen }): readonly Word[] => [
    ', choice: if ',
    ...filterWords(when, program),
    ' then',
    ...settingWords(chosen, labels, program).map((word) => (word === ', ' ? ' ' : word)),
  ])
  const otherwise = choices.length === 0 ? [] : ['; the step itself is the default choice']
  return ['Step ', onScreen(step.value), ...own, ...branches, ...otherwise]
}

function settingWords(
  settings: FlowStep['settings'],
  labels: Readonly<Record<string, string>>,
  program: Program,
): readonly Word[] {
  return settings.flatMap(({ name, text }) => [
    ', ',
    onScreen(labels[name.value] ?? name.value),
    ' ',
    onScreen(nameOnScreen(name.value, text.value, program)),
  ])
}

function schedule(campaign: Campaign): Step {
  const rule = campaign.qualification?.value ?? 'only once'
  return {
    id: `campaign.${campaign.id.value}.schedule`,
    actor: 'human',
    title: `${campaign.name.value}: qualification rule`,
    needs: [`campaign.${campaign.id.value}.flow`],
    place: placeOf('schedule', campaign),
    does: [
      { kind: 'click', label: 'Edit' },
      { kind: 'choose', label: 'Each person can run through the flow', value: rule },
      ...(campaign.priority === undefined
        ? []
        : [{ kind: 'choose', label: 'Priority', value: campaign.priority.value } as const]),
      ...(campaign.schedule === undefined
        ? []
        : [{ kind: 'do', words: [`Schedule it: ${campaign.schedule.value}.`] } as const]),
    ],
    expect: `Smart Campaign Settings says: ${rule}.`,
    otherwise: "Marketo's default is only once: a person who has been through is never sent again.",
    undo: 'Choose the earlier rule.',
  }
}

function activate(campaign: Campaign): Step {
  return {
    id: `campaign.${campaign.id.value}.activate`,
    actor: 'api',
    title: `Activate ${campaign.name.value}`,
    needs: [`campaign.${campaign.id.value}.schedule`],
    place: placeOf('schedule', campaign),
    does: [{ kind: 'click', label: 'Activate' }],
    expect: 'The campaign is shown as active.',
    otherwise:
      'A trigger campaign needs at least one trigger and one flow step, and no error in either.',
    undo: 'Deactivate, on the same tab.',
  }
}
