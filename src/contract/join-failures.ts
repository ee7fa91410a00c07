import type { Diagnostic } from '../diagnostic/finding.ts'

/**
 * The failures of the parts of a run as those of the whole: of each cause the one that the first lead
 * found, in the order of the leads; then what was found without a lead. Shrinking starts from the lead,
 * so that the whole run would have told the same of it.
 */
export function joinFailures(parts: readonly (readonly Diagnostic[])[]): readonly Diagnostic[] {
  const failures = parts.flat()
  const first = new Map<string, number>()
  for (const { origin } of failures) {
    if (origin === undefined) continue
    first.set(origin.cause, Math.min(origin.lead, first.get(origin.cause) ?? Infinity))
  }
  return failures
    .filter(({ origin }) => origin === undefined || first.get(origin.cause) === origin.lead)
    .toSorted((a, b) => leadOf(a) - leadOf(b))
}

/** What no lead found comes last. */
function leadOf({ origin }: Diagnostic): number {
  return origin?.lead ?? Number.MAX_SAFE_INTEGER
}
