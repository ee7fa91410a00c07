import { compareText } from '../base/compare.ts'
import type { Attestation } from './attestation.ts'

/**
 * Attestations as one set: oldest first, each once. In whatever order and however often they are put
 * together, the result is the same; of one moment, the order of their texts decides.
 */
export function joinAttestations(all: readonly Attestation[]): readonly Attestation[] {
  const byLine = new Map(all.map((attestation) => [writeLine(attestation), attestation]))
  return [...byLine]
    .sort(
      ([a, { at: earlier }], [b, { at: later }]) =>
        compareText(earlier, later) || compareText(a, b),
    )
    .map(([, attestation]) => attestation)
}

/**
 * An attestation as the line that stands in the ledger: the same one always gives the same bytes. Steps
 * stay in their order, which is that of the set-up: what is switched on last is switched off first.
 */
export function writeLine(attestation: Attestation): string {
  const { formatVersion, program, environment, revision, fingerprint, definition } = attestation
  const { isComplete, commit, by, at, steps, removed, names } = attestation
  return JSON.stringify({
    formatVersion,
    program,
    environment,
    revision,
    fingerprint,
    definition,
    isComplete,
    commit,
    by,
    at,
    steps,
    removed,
    names: sorted(names),
  })
}

function sorted(map: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => compareText(a, b)))
}
