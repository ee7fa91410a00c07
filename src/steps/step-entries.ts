import type { Movement, RuleSetting, Step } from './step.ts'

/** What an act puts into one place of the screen. */
export interface StepEntry {
  /** The label of a field, of a setting, or our own name for what no movement types. */
  readonly label: string
  /** Between label and value of a rule's setting. */
  readonly operator: string | undefined
  readonly value: string
}

/** What belongs together: a field of a dialog, a row of a table, a rule with its settings. */
export interface StepItem {
  readonly kind: 'field' | 'row' | 'trigger' | 'filter' | 'flow step' | 'choice' | 'other'
  /** What tells it from its neighbours: a label, the key of a row, the name of a rule. */
  readonly name: string
  readonly entries: readonly StepEntry[]
}

/** The button of tables that adds a row: what is entered next is the row's key. */
const ADD_ROW = 'Add'

/**
 * Everything that a step puts somewhere, in the order of the screen; empty for a mere look. Of a secret
 * there is its name and the format around it.
 */
export function itemsOf({ movements, sets }: Step): readonly StepItem[] {
  const items: StepItem[] = []
  let row: StepEntry[] | undefined
  const endRow = (): void => {
    const [key] = row ?? []
    if (row !== undefined && key !== undefined)
      items.push({ kind: 'row', name: key.value, entries: row })
    row = undefined
  }
  for (const movement of movements) {
    if (movement.kind === 'click') {
      endRow()
      if (movement.label === ADD_ROW) row = []
    }
    if (movement.kind === 'add') items.push(ruleItem(movement))
    const entered = entryOf(movement)
    if (entered === undefined) continue
    if (row === undefined) items.push({ kind: 'field', name: entered.label, entries: [entered] })
    else row.push(entered)
  }
  endRow()
  const others = Object.entries(sets).map(([label, value]): StepItem => ({
    kind: 'other',
    name: label,
    entries: [entry(label, value)],
  }))
  return [...items, ...others]
}

function entryOf(movement: Movement): StepEntry | undefined {
  switch (movement.kind) {
    case 'enter':
    case 'choose':
      return entry(movement.label, movement.value)
    case 'secret':
      return entry(movement.label, `${movement.format} (secret ${movement.secret})`)
    case 'leave':
      return entry(movement.label, '')
    case 'add':
    case 'click':
    case 'copy':
    case 'do':
    case 'tick':
      return undefined
  }
}

function ruleItem({ what, name, settings }: Extract<Movement, { kind: 'add' }>): StepItem {
  return { kind: what, name, entries: settings.map(settingEntry) }
}

function settingEntry({ label, operator, value }: RuleSetting): StepEntry {
  return { label, operator, value: value ?? '' }
}

function entry(label: string, value: string): StepEntry {
  return { label, operator: undefined, value }
}
