import { fingerprint } from '../base/fingerprint.ts'
import { compareText } from '../base/compare.ts'
import { overlapMilliseconds } from '../rotation/overlap.ts'
import type { Attestation } from '../ledger/attestation.ts'
import type { RotationStep, SecretRotation } from './secret-rotation.ts'

/** How far a rotation is. */
export interface RotationProgress {
  readonly rotation: SecretRotation
  readonly steps: readonly TrackedStep[]
  /** When the old value may go: so long after the last proof as both are valid. Undefined while one is missing. */
  readonly revocable: string | undefined
}

export interface TrackedStep extends RotationStep {
  /** Undefined while it is open. */
  readonly done: { readonly by: string; readonly at: string } | undefined
}

const LENGTH = 16

/**
 * The round that a mark belongs to: what was attested of the secret last, in any program. When the end of a
 * rotation is attested, another round begins, and the marks of the one before mean nothing any more.
 */
export function rotationRound(
  { secret, subscription }: Pick<SecretRotation, 'secret' | 'subscription'>,
  attestations: readonly Attestation[],
): string {
  const step = `endpoint.secret.${secret.id.value}`
  const ordered = attestations.toSorted((a, b) => compareText(a.at, b.at))
  const last = ordered.findLast(({ steps }) => Object.hasOwn(steps, step))
  return fingerprint([subscription, step, last?.steps[step] ?? '']).slice(0, LENGTH)
}

/** What marks of this round say of each step. `attestations` are those of all environments of the subscription. */
export function rotationProgress(
  rotation: SecretRotation,
  attestations: readonly Attestation[],
): RotationProgress {
  const round = rotationRound(rotation, attestations)
  const steps = rotation.steps.map((each): TrackedStep => {
    const mark = attestations.find(
      ({ program, steps: marks }) =>
        marks[each.step.id] === round && (each.program ?? program) === program,
    )
    return { ...each, done: mark && { by: mark.by, at: mark.at } }
  })
  return { rotation, steps, revocable: revocableFrom(rotation, steps) }
}

/** Undefined while a proof is missing. */
export function revocableFrom(
  { secret }: Pick<SecretRotation, 'secret'>,
  steps: readonly TrackedStep[],
): string | undefined {
  const proofs = steps.filter(({ step: { id } }) => id.endsWith('.prove'))
  const times = proofs.flatMap(({ done }) => (done === undefined ? [] : [Date.parse(done.at)]))
  if (times.length === 0 || times.length < proofs.length) return undefined
  return new Date(Math.max(...times) + overlapMilliseconds(secret)).toISOString()
}

/** Steps that must be done before one, and are not. */
export function missingBefore(
  wanted: RotationStep,
  { steps }: RotationProgress,
): readonly TrackedStep[] {
  return steps.filter(
    (each) =>
      each.done === undefined &&
      wanted.step.needs.includes(each.step.id) &&
      (wanted.program === undefined ||
        each.program === undefined ||
        each.program === wanted.program),
  )
}
