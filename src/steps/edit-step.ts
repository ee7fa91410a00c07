import type { FieldChange } from './plan.ts'
import { act, type Movement, type Step } from './step.ts'
import { code, onScreen, say, sentences, type Sentence } from './words.ts'

/** The button that adds a row to a table. */
const ADD_ROW = 'Add'

/**
 * A step where the thing is there already: only what differs is typed. Without knowledge of the old
 * values, every value is given, to be compared.
 */
export function editStep(step: Step, changes: readonly FieldChange[]): Step {
  const compare = act(say`Compare each value with what is there, and replace what differs.`)
  const movements =
    changes.length === 0
      ? [compare, ...step.movements]
      : [
          ...wayTo(changes, step),
          ...new Set(changes.flatMap((change) => movementsOf(change, step))),
          ...buttons(step),
        ]
  return { ...step, does: step.edits ?? step.does, movements }
}

/** What the step says before its first field that differs. */
function wayTo(changes: readonly FieldChange[], { movements }: Step): readonly Movement[] {
  const first = movements.findIndex(
    (movement) => 'label' in movement && changes.some(({ place }) => place === movement.label),
  )
  return movements.slice(0, Math.max(first, 0)).filter(({ kind }) => kind === 'do')
}

function movementsOf(change: FieldChange, step: Step): readonly Movement[] {
  const { place, motion } = change
  const field = step.movements.find((movement) => 'label' in movement && movement.label === place)
  if (field !== undefined && field.kind !== 'click') return [field]
  const rule = step.movements.find(
    (movement) => movement.kind === 'add' && `${movement.what} ${movement.name}` === place,
  )
  if (motion === 'add' && rule !== undefined) return [rule]
  return Object.hasOwn(step.sets, place) ? saidBy(step) : [act(wordsOf(change))]
}

/** What no movement types is said in the step's own sentences. */
function saidBy({ movements }: Step): readonly Movement[] {
  return movements.filter(({ kind }) => kind === 'do')
}

/** The buttons that end the dialog. */
function buttons({ movements }: Step): readonly Movement[] {
  return movements.filter((movement) => movement.kind === 'click' && movement.label !== ADD_ROW)
}

function wordsOf({ motion, place, before, after }: FieldChange): Sentence {
  switch (motion) {
    case 'add':
      return isNothing(after)
        ? say`Add the ${onScreen(place)}.`
        : say`Add the ${onScreen(place)} with ${code(after)}.`
    case 'remove':
      return say`Remove the ${onScreen(place)}.`
    case 'order':
      return say`Bring them into this order: ${after ?? ''}.`
    case 'set':
      return sentences(
        isNothing(after)
          ? say`Empty ${onScreen(place)}.`
          : say`Set ${onScreen(place)} to ${code(after)}.`,
        isNothing(before) ? undefined : say`It was ${code(before)}.`,
      )
  }
}

function isNothing(value: string | undefined): value is undefined | '' {
  return value === undefined || value === ''
}
