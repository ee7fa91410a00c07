const DAY_MS = 86_400_000

/** `overdue by 12 days`; undefined as long as the review is not due, or the day cannot be read. */
export function overdueWords(reviewDue: string, now: Date): string | undefined {
  const due = Date.parse(`${reviewDue}T00:00:00Z`)
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  const days = (today - due) / DAY_MS
  if (!(days > 0)) return undefined
  return `overdue by ${days} ${days === 1 ? 'day' : 'days'}`
}
