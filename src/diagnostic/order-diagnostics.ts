import { compareText } from '../base/compare.ts'
import type { Diagnostic } from './finding.ts'

/** Sorted by file, place and rule, and each cause once: environments share most of a definition. */
export function orderDiagnostics(diagnostics: Iterable<Diagnostic>): readonly Diagnostic[] {
  const byIdentity = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const key = diagnosticIdentity(diagnostic)
    if (!byIdentity.has(key)) byIdentity.set(key, diagnostic)
  }
  return [...byIdentity.values()].sort(compareDiagnostics)
}

/** What two environments say alike of the same place. */
export function diagnosticIdentity({ rule, at, message }: Diagnostic): string {
  return JSON.stringify([rule, at.file, at.start, at.end, message])
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.at.file, b.at.file) ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}
