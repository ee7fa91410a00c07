import { visibleText } from '../../base/visible-text.ts'
import type { StepMark, StepState } from './run-record.ts'

const STATE_WORDS: Readonly<Record<StepState, string>> = {
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  open: 'Taken back',
}

/** `Failed`, as a reader says it. */
export function stateWords(state: StepState): string {
  return STATE_WORDS[state]
}

/** Whoever it was, as it may be shown: a name from a file may hold anything. */
export function whoWords(who: string): string {
  return who === '' ? 'somebody' : visibleText(who)
}

/** `: the list was empty`, or nothing. */
export function noteWords({ note }: StepMark): string {
  return note === undefined ? '' : `: ${visibleText(note)}`
}
