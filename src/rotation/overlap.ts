import type { Secret } from '../model/project.ts'

const HOUR_MS = 3_600_000
const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168, m: 720, y: 8760 }

/** Without a stated time both values are valid for a day. */
const USUAL_MS = 24 * HOUR_MS

/** How long both values are valid, in milliseconds; a month counts as 30 days. */
export function overlapMilliseconds({ overlap }: Pick<Secret, 'overlap'>): number {
  const [, count, unit = ''] = /^([1-9][0-9]{0,3})([hdwmy])$/.exec(overlap?.value ?? '') ?? []
  const hours = HOURS[unit]
  return count === undefined || hours === undefined ? USUAL_MS : Number(count) * hours * HOUR_MS
}
