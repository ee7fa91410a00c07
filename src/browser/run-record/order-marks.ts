import { compareText } from '../../base/compare.ts'
import type { CheckMark, StepMark } from './run-record.ts'

/** Oldest first, each once; marks of one moment in a fixed order, so that every copy agrees who comes last. */
export function orderMarks<Mark extends StepMark | CheckMark>(
  marks: readonly Mark[],
): readonly Mark[] {
  const byKey = new Map(marks.map((mark) => [keyOf(mark), mark]))
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, mark]) => mark)
}

function keyOf(mark: StepMark | CheckMark): string {
  const rest = 'state' in mark ? [mark.state, mark.note] : [mark.label]
  return JSON.stringify([mark.at, mark.id, mark.who, ...rest])
}
