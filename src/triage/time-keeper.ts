import type { ActivityTime } from './call-row.ts'
import type { TimeReport } from './triage-report.ts'

/** Remembers over which time the calls were made, and how their times were written. */
export function timeKeeper(): {
  readonly add: (time: ActivityTime | undefined) => void
  readonly report: () => TimeReport
} {
  let [first, last] = [Infinity, -Infinity]
  const seen = { withZone: false, withoutZone: false, doubtful: false }
  let unreadable = 0
  return {
    add: (time) => {
      if (time === undefined) {
        unreadable++
        return
      }
      first = Math.min(first, time.milliseconds)
      last = Math.max(last, time.milliseconds)
      if (time.hasZone) seen.withZone = true
      else seen.withoutZone = true
      if (time.isDoubtful) seen.doubtful = true
    },
    report: () => ({
      first: first > last ? undefined : first,
      last: first > last ? undefined : last,
      zone: zoneOf(seen),
      unreadable,
      isDoubtful: seen.doubtful,
    }),
  }
}

function zoneOf({
  withZone,
  withoutZone,
}: {
  readonly withZone: boolean
  readonly withoutZone: boolean
}): TimeReport['zone'] {
  if (withZone && withoutZone) return 'mixed'
  if (withZone) return 'utc'
  return withoutZone ? 'unknown' : 'none'
}
