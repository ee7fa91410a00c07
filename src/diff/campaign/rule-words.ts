import type {
  Choice,
  Constraint,
  Filter,
  FlowStep,
  Setting,
  Trigger,
} from '../../model/campaign.ts'

/** A trigger in one line, as its tile on the screen reads. */
export function triggerWords({ trigger, constraints }: Trigger): string {
  return withSettings(trigger.value, constraints.map(constraintWords))
}

export function filterWords({ filter, operator, value, constraints }: Filter): string {
  const own = [operator?.value, value === undefined ? undefined : String(value.value)]
  const head = [filter.value, ...own.filter((part) => part !== undefined)].join(' ')
  return withSettings(head, constraints.map(constraintWords))
}

/** A flow step in one line for each choice; the step's own settings are the default choice. */
export function stepWords({ step, settings, choices }: FlowStep): string {
  const own = withSettings(step.value, settings.map(settingWords))
  if (choices.length === 0) return own
  return [...choices.map((choice) => choiceWords(step.value, choice)), `otherwise ${own}`].join(
    '\n',
  )
}

function choiceWords(step: string, { when, settings }: Choice): string {
  return `if ${filterWords(when)}: ${withSettings(step, settings.map(settingWords))}`
}

function constraintWords({ name, operator, value }: Constraint): string {
  const middle = operator === undefined ? ' ' : ` ${operator.value} `
  return `${name.value}${middle}${String(value.value)}`
}

function settingWords({ name, text }: Setting): string {
  return `${name.value} ${text.value}`
}

function withSettings(head: string, settings: readonly string[]): string {
  return settings.length === 0 ? head : `${head}, ${settings.join(', ')}`
}
