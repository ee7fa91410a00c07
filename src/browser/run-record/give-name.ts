import { orderMarks } from './order-marks.ts'
import type { CheckMark, RunRecord, StepMark } from './run-record.ts'

/** Who keeps the record from now on; marks that were made before anybody had said who, get the name too. */
export function giveName(
  record: RunRecord,
  who: string,
  made: readonly (StepMark | CheckMark)[],
): RunRecord {
  const own = new Set(made.map(momentOf))
  const name = <Mark extends StepMark | CheckMark>(marks: readonly Mark[]): readonly Mark[] =>
    orderMarks(marks.map((mark) => (isOwn(mark, own) ? { ...mark, who } : mark)))
  return { ...record, who, steps: name(record.steps), checks: name(record.checks) }
}

function isOwn(mark: StepMark | CheckMark, own: ReadonlySet<string>): boolean {
  return mark.who === '' && own.has(momentOf(mark))
}

function momentOf({ at, id }: StepMark | CheckMark): string {
  return `${at} ${id}`
}
