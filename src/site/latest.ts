import { stableJson } from '../base/stable-json.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import { reviewDue } from '../model/review.ts'
import { meaningOf } from '../steps/meaning-of.ts'

/** What is true of a page today. Pages ask for it where there is a server, and say so when they are older. */
export interface Latest {
  readonly revision: number
  /** As pages show it. */
  readonly fingerprint: string
  readonly reviewDue?: string
}

/** `latest.json`: every environment of a program. */
export function latestText(all: readonly CompiledProgram[]): string {
  return stableJson(
    Object.fromEntries(all.map((each) => [each.program.environment.id.value, latestOf(each)])),
  )
}

/** The state of one page. */
export function latestOf(compiled: CompiledProgram): Latest {
  const { revision, review } = compiled.program
  const due = reviewDue(review)
  return {
    revision: revision.value,
    fingerprint: meaningOf(compiled).slice(0, 12),
    ...(due === undefined ? {} : { reviewDue: due }),
  }
}
