import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Report } from '../report/report.ts'

/** Rules and checks that tell of campaigns what a guarantee may tell with a run. */
const TOLD_BY_RUNS: ReadonlySet<string> = new Set([
  'failure-campaign-looked-after',
  'failures-are-caught',
  'failures-are-noticed',
  'idempotency-declared',
  'lifecycle-follows-success',
  'mapped-field-not-read-in-same-flow',
  'no-webhook-loop',
  'qualification-stated',
  'requested-campaign-listens',
])

type Findings = Pick<Report, 'diagnostics' | 'results'>

/**
 * One cause, one finding: where a guarantee is refuted by a run that goes through the very place at which
 * a rule says the same, the run alone speaks. What has been accepted is not among these any more.
 */
export function toldByRuns<Settled extends Findings>(settled: Settled): Settled {
  const places = new Set(
    settled.diagnostics
      .filter(({ rule }) => rule === 'guarantee-holds')
      .flatMap(({ run, related = [] }) => [...(run?.steps ?? []), ...related])
      .flatMap(({ at }) => keysOf(at)),
  )
  if (places.size === 0) return settled
  const isTold = ({ rule, at }: Diagnostic): boolean =>
    TOLD_BY_RUNS.has(rule) && keysOf(at).some((key) => places.has(key))
  return {
    ...settled,
    diagnostics: settled.diagnostics.filter((diagnostic) => !isTold(diagnostic)),
    results: settled.results.map((result) => ({
      ...result,
      failures: result.failures.filter((failure) => !isTold(failure)),
    })),
  }
}

function keysOf(at: Span | undefined): readonly string[] {
  return at === undefined ? [] : [JSON.stringify([at.file, at.start, at.end])]
}
