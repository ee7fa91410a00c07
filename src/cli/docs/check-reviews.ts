import type { Span } from '../../base/span.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { daysBetween, reviewDue } from '../../model/review.ts'
import type { Program } from '../../model/program.ts'
import type { ProgramFamily } from '../../model/workspace.ts'
import { plural } from '../../report/summary.ts'

/** How long before a review is due it is told of: time to find an hour for it. */
const DAYS_BEFORE = 14

/** What is to be said of a program's reviews on a day; once, however many environments share it. */
export function checkReviews({ deployments }: ProgramFamily, today: string): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  for (const { program } of deployments) {
    const diagnostic = checkReview(program, today)
    if (diagnostic === undefined) continue
    const { file, start } = diagnostic.at
    const key = `${file}:${start}:${diagnostic.message}`
    if (!found.has(key)) found.set(key, diagnostic)
  }
  return [...found.values()]
}

function checkReview(program: Program, today: string): Diagnostic | undefined {
  const { id, review } = program
  const last = review?.last
  if (review?.every === undefined) return undefined
  if (last === undefined) return neverReviewed(program)
  if (daysBetween(today, last.value) > 0) {
    const message = `the pages of "${id.value}" were reviewed on ${last.value}, which is yet to come`
    return found('warning', last.at, message, 'write the day on which they were read through')
  }
  const due = reviewDue(review)
  return due === undefined ? undefined : checkDue(program, { due, today, at: last.at })
}

interface Due {
  readonly due: string
  readonly today: string
  readonly at: Span
}

function checkDue({ id, owner }: Program, { due, today, at }: Due): Diagnostic | undefined {
  const left = daysBetween(today, due)
  if (left > DAYS_BEFORE) return undefined
  const who = owner?.value ?? 'the owner'
  const help = `have ${who} read the pages through, then write the day: review: {last: ${today}}`
  if (left >= 0) {
    const when = left === 0 ? 'today' : `in ${plural(left, 'day')}, on ${due}`
    return found('info', at, `a review of "${id.value}" is due ${when}`, help)
  }
  const message = `a review of "${id.value}" was due on ${due}, ${plural(-left, 'day')} ago`
  return found('warning', at, message, help)
}

/** That is no fault: nobody has promised it. */
function neverReviewed({ id }: Program): Diagnostic {
  const message = `nobody has stated that the pages of "${id.value}" were reviewed`
  return found('info', id.at, message, 'once they were, write the day: review: {last: 2026-11-26}')
}

function found(
  severity: Diagnostic['severity'],
  at: Span,
  message: string,
  help: string,
): Diagnostic {
  const effect =
    severity === 'warning' ? 'people may follow a page that is no longer true' : undefined
  return {
    rule: 'review-in-time',
    severity,
    at,
    message,
    ...(effect === undefined ? {} : { effect }),
    help,
  }
}
