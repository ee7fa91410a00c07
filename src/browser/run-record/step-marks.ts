import type { CheckMark, RunRecord, StepMark, StepState } from './run-record.ts'

/** The mark that counts for each step: the last one. A mark that was taken back is none. */
export function currentMarks({ steps }: RunRecord): ReadonlyMap<string, StepMark> {
  const last = new Map(steps.map((mark) => [mark.id, mark]))
  return new Map([...last].filter(([, { state }]) => state !== 'open'))
}

/** How many of some steps stand as what. */
export function countStates(
  marks: ReadonlyMap<string, StepMark>,
  ids: readonly string[],
): Readonly<Record<Exclude<StepState, 'open'>, number>> {
  const states = ids.map((id) => marks.get(id)?.state)
  const count = (wanted: StepState): number => states.filter((state) => state === wanted).length
  return { done: count('done'), failed: count('failed'), skipped: count('skipped') }
}

/** The last time that a value was found the same, by step and label. */
export function lastCheck(
  { checks }: RunRecord,
  { id, label }: { readonly id: string; readonly label: string },
): CheckMark | undefined {
  return checks.findLast((check) => check.id === id && check.label === label)
}
