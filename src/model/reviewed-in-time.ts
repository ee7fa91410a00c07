import { LIMITS } from '../marketo/limits.ts'
import type { Review } from './project.ts'
import { periodOf } from './review.ts'

const DAYS: Readonly<Record<'d' | 'w' | 'm' | 'y', number>> = { d: 1, w: 7, m: 30.5, y: 365 }

/** Whether somebody looks at a program before Marketo switches off what nobody has entered. */
export function isReviewedInTime(review: Review | undefined): boolean {
  const period = periodOf(review?.every?.value ?? '')
  if (period === undefined) return false
  return period.count * DAYS[period.unit] <= LIMITS.campaignCleanupMonths * DAYS.m
}
