import type { Baseline, BaselineEntry } from './baseline.ts'
import { baselineOf } from './baseline-entries.ts'
import { settle, type SettleInput } from './settle.ts'

/** The entries of a baseline that accepts everything that comments do not; what was not looked at stays in it. */
export function updatedBaseline(
  input: SettleInput,
  { entries }: Baseline,
  folder: string,
): readonly BaselineEntry[] {
  const { diagnostics } = settle({ ...input, baseline: undefined })
  const open = diagnostics.filter(({ rule }) => input.known.suppressible.has(rule))
  const fresh = baselineOf(open, { files: input.files, folder })
  const kept = entries.filter(({ rule }) => !input.isJudged(rule))
  const merged = new Map(kept.map((entry) => [entry.fingerprint, entry]))
  for (const entry of fresh) {
    const count = Math.max(entry.count, merged.get(entry.fingerprint)?.count ?? 0)
    merged.set(entry.fingerprint, { ...entry, count })
  }
  return [...merged.values()]
}
