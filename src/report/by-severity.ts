import type { Diagnostic } from '../diagnostic/finding.ts'
import { SEVERITIES } from '../diagnostic/severity.ts'
import type { Report } from './report.ts'

/** Everything that was found, the most serious first: what people read from the top. */
export function bySeverity({ diagnostics }: Pick<Report, 'diagnostics'>): readonly Diagnostic[] {
  return SEVERITIES.flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  )
}
