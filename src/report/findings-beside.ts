import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Report } from './report.ts'

/** Everything in a report that no contract test found. */
export function findingsBeside({
  results,
  diagnostics,
}: Pick<Report, 'results' | 'diagnostics'>): readonly Diagnostic[] {
  const failures = new Set(results.flatMap((result) => result.failures))
  return diagnostics.filter((diagnostic) => !failures.has(diagnostic))
}
