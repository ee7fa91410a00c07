import type { Attestation } from './attestation.ts'

const ROTATION = /^rotate\./

/**
 * A step of a rotation that somebody has done: it leaves nothing of its own in Marketo, so that no plan
 * asks for it. With the end of the rotation its secret is attested, and the marks have no meaning any more.
 */
export function isRotationMark(step: string): boolean {
  return ROTATION.test(step)
}

/** Whether an attestation says nothing but how far a rotation is. */
export function isOnlyMarks({ steps, removed }: Pick<Attestation, 'steps' | 'removed'>): boolean {
  const ids = Object.keys(steps)
  return ids.length > 0 && removed.length === 0 && ids.every(isRotationMark)
}
