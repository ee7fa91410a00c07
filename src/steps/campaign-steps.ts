import { flowStepNamed } from '../marketo/campaigns/flow-steps.ts'
import { triggerNamed } from '../marketo/campaigns/triggers.ts'
import { screenNamed } from '../marketo/screens/dialogs.ts'
import type { Campaign, Constraint, Filter, FlowStep, Trigger } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import type { Step, StepAct } from './step.ts'

/** Smart list, flow and schedule of every campaign, then their activation in reverse: catchers before callers. */
export function campaignSteps(program: Program): readonly Step[] {
  const { campaigns } = program
  const build = campaigns.flatMap((campaign) => [
    smartList(campaign),
    flow(campaign, program),
    schedule(campaign),
  ])
  return [...build, ...campaigns.toReversed().filter(isTriggered).map(activate)]
}

function isTriggered({ triggers }: Campaign): boolean {
  return triggers.length > 0
}

function placeOf(id: 'smart-list' | 'flow' | 'schedule', campaign: Campaign): readonly string[] {
  return screenNamed(id).path.map((part) => (part === 'the campaign' ? campaign.name.value : part))
}

function smartList(campaign: Campaign): Step {
  const rules = [...campaign.triggers.map(describeTrigger), ...campaign.filters.map(describeFilter)]
  return {
    id: `campaign.${campaign.id.value}.smart-list`,
    actor: 'human',
    title: `${campaign.name.value}: smart list`,
    needs: [],
    place: placeOf('smart-list', campaign),
    does: [
      ...rules.map((text): StepAct => ({ kind: 'do', text })),
      {
        kind: 'do',
        text: `Filters are joined by ${campaign.filterLogic?.value ?? 'all'}; triggers are joined by or.`,
      },
    ],
    expect: `${campaign.triggers.length} triggers and ${campaign.filters.length} filters, none with a red underline.`,
    otherwise: 'A red underline means that a value is missing or unknown.',
    undo: 'Remove the rules; do not edit the smart list of an active campaign.',
  }
}

function describeTrigger({ trigger, constraints }: Trigger): string {
  const known = triggerNamed(trigger.value)
  const words = constraints.map((constraint) =>
    describeConstraint(known?.constraints[constraint.name.value], constraint),
  )
  return [`Trigger **${trigger.value}**`, ...words].join(', ')
}

function describeConstraint(
  label: string | undefined,
  { name, operator, value }: Constraint,
): string {
  return `**${label ?? name.value}** ${operator?.value ?? 'is'} **${String(value.value)}**`
}

function describeFilter({ filter, operator, value, constraints }: Filter): string {
  const compared = value === undefined ? '' : ` **${String(value.value)}**`
  const words = constraints.map((constraint) => describeConstraint(undefined, constraint))
  return [
    `Filter **${filter.value}** ${operator?.value ?? ''}${compared}`.trimEnd(),
    ...words,
  ].join(', ')
}

function flow(campaign: Campaign, program: Program): Step {
  return {
    id: `campaign.${campaign.id.value}.flow`,
    actor: 'human',
    title: `${campaign.name.value}: flow`,
    needs: [`campaign.${campaign.id.value}.smart-list`],
    place: placeOf('flow', campaign),
    does: campaign.flow.map((step): StepAct => ({ kind: 'do', text: describeStep(step, program) })),
    expect: `${campaign.flow.length} steps, in this order.`,
    otherwise: 'If the webhook is not offered, it has not been created in this subscription.',
    undo: 'Remove the steps; do not edit the flow of an active campaign.',
  }
}

function describeStep({ step, settings, choices }: FlowStep, program: Program): string {
  const known = flowStepNamed(step.value)
  const words = settings.map(({ name, text }) => {
    const webhook = program.webhooks.find(
      ({ id }) => name.value === 'webhook' && id.value === text.value,
    )
    return `**${known?.settings[name.value] ?? name.value}** **${webhook?.name.value ?? text.value}**`
  })
  const branches = choices.map(
    ({ when, settings: own }) =>
      `choice: if ${describeFilter(when).replace('Filter ', '')} then ${own.map(({ text }) => `**${text.value}**`).join(', ')}`,
  )
  return [`Step **${step.value}**`, ...words, ...branches].join(', ')
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
