import { dayOf, isDay } from '../model/review.ts'
import { UsageError, type CommandContext } from './command.ts'

/** The day that was typed, or today's in Greenwich. */
export function dayToJudgeBy(today: string | undefined, { host }: CommandContext): string {
  if (today === undefined) return dayOf(host.now())
  if (isDay(today)) return today
  throw new UsageError(`"${today}" is no day of the calendar; write it as 2026-11-26`)
}
