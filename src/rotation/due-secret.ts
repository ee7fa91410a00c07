import type { LocatedText } from '../base/located-text.ts'
import type { Project } from '../model/project.ts'
import { daysBefore, isDay } from '../model/review.ts'

/** A secret of one subscription, the day on which it ends, and that from which on it is to be rotated. */
export interface DueSecret {
  readonly secret: string
  readonly subscription: string
  readonly owner: string | undefined
  /** As `yyyy-mm-dd`. */
  readonly expires: string
  /** So long before that owner, endpoint and admin find a day together. */
  readonly rotateFrom: string
  readonly at: LocatedText['at']
}

/** So long before it expires a rotation has to begin. */
export const DAYS_TO_ROTATE = 30

/** Every secret of which the project states when it ends, by that day; days that the calendar has not are left out. */
export function dueSecrets({ secrets }: Project): readonly DueSecret[] {
  return secrets.flatMap(({ id, owner, expires }) =>
    expires.flatMap(({ key, value }): readonly DueSecret[] => {
      const from = rotateFrom(value.value)
      if (from === undefined) return []
      return [
        {
          secret: id.value,
          subscription: key.value,
          owner: owner?.value,
          expires: value.value,
          rotateFrom: from,
          at: value.at,
        },
      ]
    }),
  )
}

/** The day from which on a secret is to be rotated; undefined where no day of the calendar says when it ends. */
export function rotateFrom(expires: string | undefined): string | undefined {
  if (expires === undefined || !isDay(expires)) return undefined
  return daysBefore(expires, DAYS_TO_ROTATE)
}
