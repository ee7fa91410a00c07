import type { FoundCase, FoundContext } from '../../model/found-case.ts'
import { REQUEST_CHECKS } from '../checks.ts'
import { bodyMatchesSchema } from '../checks/body-matches-schema.ts'
import { isPossible } from '../any-text.ts'
import { failureKey, judge, UNSET, type Court, type Failure } from '../judge.ts'
import type { LeadCase } from '../lead-plan.ts'
import { foundSituation } from './found-situation.ts'

/** How a found case went this time. */
export interface FoundVerdict {
  readonly id: string
  /** What its file says. */
  readonly status: FoundCase['status']
  readonly verdict: 'passes' | 'fails' | 'stale'
  /** What it is for and is not there any more; only of a stale case. */
  readonly missing?: string
}

/** A found case as a lead, judged. */
export interface FoundReplay {
  readonly verdict: FoundVerdict
  /** Undefined for a case that is not for this webhook any more. */
  readonly lead: LeadCase | undefined
  readonly found: readonly Failure[]
}

/** Judges a found case. It fails for its own cause only: another cause is another case. */
export function replayFound(court: Court, { id, status, context, lead }: FoundCase): FoundReplay {
  const token = context.token?.toLowerCase()
  const missing = missingFor(court, context)
  if (missing !== undefined) {
    return { verdict: { id, status, verdict: 'stale', missing }, lead: undefined, found: [] }
  }
  const situation = foundSituation(court, lead)
  const found = isPossible(court, situation) ? judge(court, situation) : []
  const key = `${context.cause} ${token ?? ''}`
  const isFailing = found.some((failure) => failureKey(failure) === key)
  return {
    verdict: { id, status, verdict: isFailing ? 'fails' : 'passes' },
    lead: { path: foundPath(id), situation },
    found,
  }
}

/** What a case needs in order to fail, as words; a case that cannot fail has not passed. */
function missingFor(
  { subject }: Court,
  { token, cause, check, webhook }: FoundContext,
): string | undefined {
  const key = token?.toLowerCase()
  if (key !== undefined && !subject.uses.some((use) => use.key === key)) {
    return `the token "${token ?? ''}" of "${webhook}"`
  }
  if (!CAUSES.has(cause)) return `the cause "${cause}"`
  const isSchema = cause === bodyMatchesSchema.cause || check === bodyMatchesSchema.id
  return isSchema && subject.schema === undefined ? `a request schema of "${webhook}"` : undefined
}

const CAUSES: ReadonlySet<string> = new Set([UNSET, ...REQUEST_CHECKS.map(({ cause }) => cause)])

const FOUND_PATH = /^found\/([0-9a-f]+)$/

/** The path by which a found case is one of the leads. */
export function foundPath(id: string): string {
  return `found/${id}`
}

/** The found case that a path names; undefined for a path of the plan. */
export function foundIdOfPath(path: string): string | undefined {
  return FOUND_PATH.exec(path)?.[1]
}
