import type { Review } from './project.ts'

/** A period of the calendar: months differ in length. */
interface Period {
  readonly count: number
  readonly unit: 'd' | 'w' | 'm' | 'y'
}

const DAY_MS = 86_400_000
const MONTHS_A_YEAR = 12
const DAYS_A_WEEK = 7

/** The day by which a runbook is to be reviewed again; undefined where that was never done, or has no period. */
export function reviewDue(review: Review | undefined): string | undefined {
  const last = review?.last?.value
  const every = periodOf(review?.every?.value ?? '')
  return last === undefined || every === undefined || !isDay(last) ? undefined : after(last, every)
}

/** True for a day that the calendar has, written as 2026-11-01. */
export function isDay(text: string): boolean {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && dayText(dayStart(text)) === text
}

/** `180d` as what it says; undefined for a text that is no period. */
export function periodOf(text: string): Period | undefined {
  const [, count, unit] = /^([1-9][0-9]{0,3})([dwmy])$/.exec(text) ?? []
  if (unit !== 'd' && unit !== 'w' && unit !== 'm' && unit !== 'y') return undefined
  return { count: Number(count), unit }
}

/** How many days lie between two days; less than none when the second comes first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((dayStart(second) - dayStart(first)) / DAY_MS)
}

/** So many days before a day; after it for a number below none. */
export function daysBefore(day: string, count: number): string {
  return dayText(dayStart(day) - count * DAY_MS)
}

/** The day of a moment, as it is in Greenwich: the same on every machine. */
export function dayOf(milliseconds: number): string {
  return dayText(milliseconds)
}

function after(day: string, { count, unit }: Period): string {
  switch (unit) {
    case 'd':
      return dayText(dayStart(day) + count * DAY_MS)
    case 'w':
      return dayText(dayStart(day) + count * DAYS_A_WEEK * DAY_MS)
    case 'm':
      return monthsAfter(day, count)
    case 'y':
      return monthsAfter(day, count * MONTHS_A_YEAR)
  }
}

/** The same day of a later month, or its last one: 31 January and a month is 28 February. */
function monthsAfter(day: string, months: number): string {
  const start = new Date(dayStart(day))
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dayText(Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)))
}

/** Not a number for what is no day. */
function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayText(milliseconds: number): string {
  return Number.isNaN(milliseconds)
    ? ''
    : (new Date(milliseconds).toISOString().split('T')[0] ?? '')
}
