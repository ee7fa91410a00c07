import { orderMarks } from './order-marks.ts'
import type { RunRecord, StepMark } from './run-record.ts'

type NewMark = Pick<StepMark, 'id' | 'state'> & { readonly note?: string }

/**
 * Marks a step. What is marked now comes after everything that is known of the step, even where
 * another computer's clock was ahead.
 */
export function markStep(record: RunRecord, mark: NewMark, now: Date): RunRecord {
  const { id, state, note = '' } = mark
  const earlier = record.steps.filter((known) => known.id === id).map(({ at }) => Date.parse(at))
  const at = new Date(Math.max(now.getTime(), ...earlier.map((time) => time + 1))).toISOString()
  const made = { id, state, at, who: record.who, ...(note === '' ? {} : { note }) }
  return { ...record, steps: orderMarks([...record.steps, made]) }
}

/** Keeps that a value was pasted back and was the same. */
export function markSame(
  record: RunRecord,
  { id, label }: { readonly id: string; readonly label: string },
  now: Date,
): RunRecord {
  const made = { id, label, result: 'same', at: now.toISOString(), who: record.who } as const
  return { ...record, checks: orderMarks([...record.checks, made]) }
}
