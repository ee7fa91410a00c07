import type { CallRow } from './call-row.ts'
import type { CallExample } from './triage-report.ts'
import { timeText } from './time-text.ts'

const A_GROUP = 3
const LONGEST = 400

/** Keeps the first calls of each group, where somebody has asked for values. */
export function exampleKeeper(isWanted: boolean): {
  readonly add: (group: number, row: CallRow) => void
  readonly of: (group: number) => readonly CallExample[]
} {
  const kept = new Map<number, CallExample[]>()
  return {
    add: (group, { lead, time, errorType, response }) => {
      if (!isWanted) return
      const examples = kept.get(group) ?? []
      if (examples.length >= A_GROUP) return
      kept.set(group, examples)
      examples.push({
        lead,
        time: time === undefined ? '' : timeText(time.milliseconds, time.hasZone),
        errorType: errorType.slice(0, LONGEST),
        response: response.slice(0, LONGEST),
      })
    },
    of: (group) => kept.get(group) ?? [],
  }
}
