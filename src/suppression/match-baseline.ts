import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'
import { baselineEntries, isCounted, type BaselineSources } from './baseline-entries.ts'
import type { Suppressed } from './suppression.ts'

export interface Matched {
  readonly left: readonly Diagnostic[]
  readonly suppressed: readonly Suppressed[]
  /** Entries that stand for more findings than there are. */
  readonly stale: readonly BaselineEntry[]
}

/** Sets apart the findings that a baseline counts; of more than it counts, the first ones. */
export function matchBaseline(
  diagnostics: readonly Diagnostic[],
  { entries }: Baseline,
  sources: BaselineSources,
): Matched {
  const open = new Map(entries.map(({ fingerprint, count }) => [fingerprint, count]))
  const entryOf = baselineEntries(sources)
  const left: Diagnostic[] = []
  const suppressed: Suppressed[] = []
  for (const diagnostic of diagnostics) {
    const { fingerprint } = entryOf(diagnostic)
    const count = open.get(fingerprint)
    const isKnown = count !== undefined && (count > 0 || !isCounted(diagnostic))
    if (!isKnown) left.push(diagnostic)
    else {
      open.set(fingerprint, isCounted(diagnostic) ? count - 1 : 0)
      suppressed.push({ diagnostic, kind: 'external' })
    }
  }
  return {
    left,
    suppressed,
    stale: entries.filter(({ fingerprint }) => (open.get(fingerprint) ?? 0) > 0),
  }
}
