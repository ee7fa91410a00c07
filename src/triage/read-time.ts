import type { ActivityTime } from './call-row.ts'

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

/** `Nov 26, 2026 2:20 PM`, `26 November 2026 14:20`. */
const WORDS =
  /^(?:([a-z]{3,9})\.? (\d{1,2})|(\d{1,2})\.? ([a-z]{3,9})\.?),? (\d{4}),?(?: (?:at )?(.+))?$/i

/** `11/26/2026 2:20 PM`. */
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),?(?: (.+))?$/

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTHS_A_YEAR = 12
const NOON = 12
const MINUTE_MS = 60_000
const MINUTES_AN_HOUR = 60

/** The time of an activity; undefined for a text that is none. Spaces without a width of their own count as spaces. */
export function readTime(text: string): ActivityTime | undefined {
  const plain = text.trim().replace(/\s+/gu, ' ')
  return readIso(plain) ?? readWords(plain) ?? readSlashes(plain)
}

function readIso(text: string): ActivityTime | undefined {
  const found = ISO.exec(text)
  if (found === null) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = found
  const clock = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  }
  return timeOf({ year: Number(year), month: Number(month), day: Number(day) }, clock, zone)
}

function readWords(text: string): ActivityTime | undefined {
  const found = WORDS.exec(text)
  if (found === null) return undefined
  const [, monthFirst, dayAfter, dayFirst, monthAfter, year, rest] = found
  const name = (monthFirst ?? monthAfter ?? '').slice(0, 3).toLowerCase()
  const month = MONTHS.indexOf(name) + 1
  return withClock({ year: Number(year), month, day: Number(dayAfter ?? dayFirst) }, rest)
}

/** Where both could be a month, the first is: the way of the United States, where the screens come from. */
function readSlashes(text: string): ActivityTime | undefined {
  const found = SLASHES.exec(text)
  if (found === null) return undefined
  const [first, second, year] = found.slice(1, 4).map(Number)
  if (first === undefined || second === undefined || year === undefined) return undefined
  const isDayFirst = first > MONTHS_A_YEAR
  const [month, day] = isDayFirst ? [second, first] : [first, second]
  const time = withClock({ year, month, day }, found[4])
  const isDoubtful = first <= MONTHS_A_YEAR && second <= MONTHS_A_YEAR && first !== second
  return time && { ...time, isDoubtful }
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 }

function withClock(day: Day, text: string | undefined): ActivityTime | undefined {
  if (text === undefined) return timeOf(day, MIDNIGHT, undefined)
  const found = CLOCK.exec(text)
  if (found === null) return undefined
  const [, hour, minute, second = '0', half, zone] = found
  const clock = { hour: fullHour(Number(hour), half), minute: Number(minute) }
  return timeOf(day, { ...clock, second: Number(second), millisecond: 0 }, zone)
}

function fullHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % NOON) + (half.toLowerCase() === 'pm' ? NOON : 0)
}

function timeOf(
  { year, month, day }: Day,
  { hour, minute, second, millisecond }: Clock,
  zone: string | undefined,
): ActivityTime | undefined {
  if (hour > 23 || minute > 59 || second > 60) return undefined
  const start = Date.UTC(year, month - 1, day)
  const asRead = new Date(start)
  if (asRead.getUTCMonth() !== month - 1 || asRead.getUTCDate() !== day) return undefined
  const clock = ((hour * MINUTES_AN_HOUR + minute) * 60 + second) * 1000 + millisecond
  return {
    milliseconds: start + clock - offsetOf(zone) * MINUTE_MS,
    hasZone: zone !== undefined,
    isDoubtful: false,
  }
}

/** In minutes; `+0200` is ahead of Greenwich. */
function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? []
  const size = Number(hours ?? 0) * MINUTES_AN_HOUR + Number(minutes ?? 0)
  return sign === '-' ? -size : size
}
