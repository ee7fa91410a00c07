import { flowStepNamed, STATED_SETTINGS } from '../marketo/campaigns/flow-steps.ts'
import { triggerNamed } from '../marketo/campaigns/triggers.ts'
import {
  settingOf,
  type Campaign,
  type Choice,
  type Constraint,
  type Filter,
  type FlowStep,
  type Setting,
  type Trigger,
} from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import { act, type Movement, type RuleSetting } from './step.ts'
import { code, onScreen, say } from './words.ts'

/** A trigger as it is brought onto the smart list. */
export function triggerMovement({ trigger, constraints }: Trigger, program: Program): Movement {
  const known = triggerNamed(trigger.value)
  return {
    kind: 'add',
    what: 'trigger',
    name: known?.name ?? trigger.value,
    settings: constraints.map((constraint) =>
      constraintSetting(known?.constraints[constraint.name.value], constraint, program),
    ),
  }
}

export function filterMovement(filter: Filter, program: Program): Movement {
  return {
    kind: 'add',
    what: 'filter',
    name: filter.filter.value,
    settings: filterSettings(filter, program),
  }
}

/** A flow step with its choices; its own settings are the default choice. */
export function flowMovements(flowStep: FlowStep, program: Program): readonly Movement[] {
  const { step, settings, choices } = flowStep
  const labels = flowStepNamed(step.value)?.settings ?? {}
  return [
    {
      kind: 'add',
      what: 'flow step',
      name: flowStepNamed(step.value)?.name ?? step.value,
      settings: settings.map((setting) => flowSetting(setting, labels, program)),
    },
    ...choices.map((choice) => choiceMovement(choice, labels, program)),
    ...(choices.length === 0
      ? []
      : [act(say`Leave the settings of the step itself as the default choice.`)]),
    ...alertMovements(flowStep),
  ]
}

function choiceMovement(
  { when, settings }: Choice,
  labels: Readonly<Record<string, string>>,
  program: Program,
): Movement {
  return {
    kind: 'add',
    what: 'choice',
    name: when.filter.value,
    settings: [
      ...filterSettings(when, program),
      ...settings.map((setting) => flowSetting(setting, labels, program)),
    ],
  }
}

/**
 * An alert needs an approved e-mail, which a definition need not name.
 * Source: Experience League, "Send Alert".
 */
function alertMovements(flowStep: FlowStep): readonly Movement[] {
  if (flowStep.step.value.toLowerCase() !== 'send alert') return []
  if (settingOf(flowStep, 'email') !== undefined) return []
  return [
    act(
      say`In ${onScreen('Email')} pick an approved e-mail of your team's alerts; the definition names none. One that holds ${code('{{SP_Send_Alert_Info}}')} links to the person.`,
    ),
  ]
}

function filterSettings(
  { operator, value, constraints }: Filter,
  program: Program,
): readonly RuleSetting[] {
  const own = { label: '', operator: operator?.value, value: value && String(value.value) }
  return [
    ...(operator === undefined && value === undefined ? [] : [own]),
    ...constraints.map((constraint) => constraintSetting(undefined, constraint, program)),
  ]
}

function constraintSetting(
  label: string | undefined,
  { name, operator, value }: Constraint,
  program: Program,
): RuleSetting {
  return {
    label: label ?? name.value,
    operator: operator?.value ?? 'is',
    value: nameOnScreen(name.value, String(value.value), program),
  }
}

function flowSetting(
  { name, text }: Setting,
  labels: Readonly<Record<string, string>>,
  program: Program,
): RuleSetting {
  return {
    label: labels[name.value] ?? name.value,
    operator: undefined,
    value: nameOnScreen(name.value, text.value, program),
  }
}

/** A definition calls webhooks and campaigns by id; the screen shows their names. */
export function nameOnScreen(setting: string, value: string, program: Program): string {
  const named = (list: readonly Pick<Campaign, 'id' | 'name'>[]): string =>
    list.find(({ id }) => id.value === value)?.name.value ?? value
  if (setting === 'webhook') return named(program.webhooks)
  return setting === 'campaign' ? named(program.campaigns) : value
}

/** Words of a campaign's smart list that no page states. */
export function doubtfulTriggerWords(triggers: readonly Trigger[]): readonly string[] {
  const shown = triggers.flatMap(({ trigger, constraints }) => {
    const known = triggerNamed(trigger.value)
    if (known === undefined) return [trigger.value]
    const used = [
      known.name,
      ...constraints.flatMap(({ name }) => known.constraints[name.value] ?? []),
    ]
    const doubtful = used.filter((label) => known.inferred.includes(label))
    return [...doubtful, ...doubtfulOperators(known.name, constraints)]
  })
  return [...new Set(shown)]
}

/**
 * Of the operators of this trigger only "is" is seen in the vendor's screenshot; practitioners use others.
 * Source: Experience League, "Errors" (webhooks).
 */
function doubtfulOperators(trigger: string, constraints: readonly Constraint[]): readonly string[] {
  if (trigger !== 'Webhook is Called') return []
  return constraints.flatMap(({ operator }) =>
    operator === undefined || operator.value === 'is' ? [] : [operator.value],
  )
}

/** Labels of a campaign's flow steps that no page states. */
export function doubtfulFlowWords(flow: readonly FlowStep[]): readonly string[] {
  const shown = flow.flatMap(({ step, settings, choices }) => {
    const labels = flowStepNamed(step.value)?.settings ?? {}
    const used = [...settings, ...choices.flatMap((choice) => choice.settings)]
    return used.flatMap(({ name }) => labels[name.value] ?? [])
  })
  return [...new Set(shown)].filter((label) => !STATED_SETTINGS.includes(label))
}
