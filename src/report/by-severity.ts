import type { Severity } from '../diagnostic/finding.ts'
import { SEVERITIES } from '../diagnostic/severity.ts'

/** Everything that was found, the most serious first: what people read from the top. */
export function bySeverity<Found extends { readonly severity: Severity }>(
  diagnostics: readonly Found[],
): readonly Found[] {
  return SEVERITIES.flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  )
}
