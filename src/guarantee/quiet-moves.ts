import { nameOf } from '../campaign/hear-occurrence.ts'
import type { Move } from '../campaign/moves.ts'
import { fieldKey } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'

/** Steps that no trigger hears of, and that change nothing that is read. */
const QUIET_STEPS: readonly string[] = ['send alert', 'send email', 'create task']

/** A move of which no other one depends, and that depends on no other: its turn does not matter. */
export function isQuiet(move: Move, model: RunModel, fields: ReadonlySet<string>): boolean {
  switch (move.kind) {
    case 'write':
      return !fields.has(fieldKey(move.task.field)) && !isWatched(move.task.field, model)
    case 'step': {
      if (move.doubts.length > 0 || move.step.choices.length > 0) return false
      const name = move.step.step.value.toLowerCase()
      if (QUIET_STEPS.includes(name)) return true
      return name === 'add to list' && !model.campaigns.some(hearsLists)
    }
    case 'enter':
    case 'finish':
      return false
  }
}

function isWatched(field: string, { campaigns }: RunModel): boolean {
  return campaigns.some(({ triggers }) =>
    triggers.some(({ constraints }) =>
      constraints.some(({ value }) => fieldKey(String(value.value)) === fieldKey(field)),
    ),
  )
}

function hearsLists({ triggers }: RunModel['campaigns'][number]): boolean {
  return triggers.some((trigger) => nameOf(trigger) === 'added to list')
}
