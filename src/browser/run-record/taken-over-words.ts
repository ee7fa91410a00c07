import { visibleText } from '../../base/visible-text.ts'
import { whoWords } from './mark-words.ts'
import { mergeRunRecords } from './merge-run-records.ts'
import type { RunRecord } from './run-record.ts'
import { currentMarks } from './step-marks.ts'

/** What taking over a record has done, in a sentence or two. */
export function takenOverWords(own: RunRecord, other: RunRecord, file: string): string {
  const merged = mergeRunRecords(own, other)
  const added = merged.steps.length + merged.checks.length - own.steps.length - own.checks.length
  const from = `“${visibleText(file)}” (kept by ${whoWords(other.who)})`
  if (added === 0) return `Everything in ${from} was here already.`
  const later = countChanged(own, merged)
  const earlier = countChanged(other, merged)
  return [
    `Taken over from ${from}: ${added} ${added === 1 ? 'mark is' : 'marks are'} new.`,
    `${later} ${later === 1 ? 'step stands' : 'steps stand'} differently now.`,
    earlier === 0
      ? 'Nothing was lost.'
      : `Where both had marked a step, the later mark counts, and both are kept.`,
  ].join(' ')
}

/** How many steps stand otherwise after than before. */
function countChanged(before: RunRecord, after: RunRecord): number {
  const then = currentMarks(before)
  const now = currentMarks(after)
  const ids = new Set([...then.keys(), ...now.keys()])
  return [...ids].filter((id) => JSON.stringify(then.get(id)) !== JSON.stringify(now.get(id)))
    .length
}
