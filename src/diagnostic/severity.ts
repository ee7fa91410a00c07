import type { Severity } from './finding.ts'

/** From the most serious to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** True when a severity is as serious as the limit, or more so. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit)
}

/** How many findings there are of each severity. */
export function countBySeverity(
  diagnostics: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}
