import type { Attestation } from './attestation.ts'
import { isOnlyMarks, isRotationMark } from './rotation-mark.ts'

/** What is known to be in Marketo for a program in an environment. */
export interface AttestedState {
  /** Of each step whose work is there: the attestation that counts, which is the last one. */
  readonly steps: ReadonlyMap<string, AttestedStep>
  /** What the screens call its things, as the last attestation that named them says. */
  readonly names: ReadonlyMap<string, string>
  /** The environment's own last attestation; undefined where nobody has ever attested. */
  readonly last: Attestation | undefined
}

export interface AttestedStep {
  readonly fingerprint: string
  readonly attestation: Attestation
}

/** Environments that share some of their steps: what is done for one of them is done for all. */
export interface Sharing {
  readonly environment: string
  readonly siblings: readonly string[]
  readonly isShared: (step: string) => boolean
}

/**
 * What follows from attestations, taken oldest first as `readLedger` gives them: the later one of a step
 * counts. Of the siblings only shared steps are taken over.
 */
export function attestedState(
  attestations: readonly Attestation[],
  { environment, siblings, isShared }: Sharing,
): AttestedState {
  const steps = new Map<string, AttestedStep>()
  const names = new Map<string, string>()
  let last: Attestation | undefined
  for (const attestation of attestations) {
    const isOwn = attestation.environment === environment
    if (!isOwn && !siblings.includes(attestation.environment)) continue
    const counts = (step: string): boolean => isOwn || isShared(step)
    for (const id of attestation.removed) if (counts(id)) steps.delete(id)
    for (const [id, fingerprint] of Object.entries(attestation.steps))
      if (counts(id) && !isRotationMark(id)) steps.set(id, { fingerprint, attestation })
    for (const [id, name] of Object.entries(attestation.names)) if (counts(id)) names.set(id, name)
    if (isOwn && !isOnlyMarks(attestation)) last = attestation
  }
  return { steps, names, last }
}
