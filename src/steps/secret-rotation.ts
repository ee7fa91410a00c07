import type { Secret } from '../model/project.ts'
import { rotations } from './rotate-steps.ts'
import type { Step } from './step.ts'
import type { StepContext } from './step-context.ts'

/** The rotation of one secret in one subscription, whichever programs send it. */
export interface SecretRotation {
  readonly secret: Secret
  readonly subscription: string
  /** An ISO date; undefined where the definition states none. */
  readonly expires: string | undefined
  /** Ids of the programs that send it. */
  readonly programs: readonly string[]
  readonly steps: readonly RotationStep[]
}

/** A step of a rotation; what is done in each program by itself names it. */
export interface RotationStep {
  readonly step: Step
  readonly program: string | undefined
}

/** Each program that sends the secret, in one of its environments of the subscription. */
export type RotatingPrograms = readonly [StepContext, ...StepContext[]]

/**
 * The order for all programs at once: the new value in everywhere, then the header of each webhook and its
 * proof, and only then, after the time in which both are valid, the old value out. Undefined where none sends it.
 */
export function secretRotation(
  id: string,
  contexts: readonly StepContext[],
): SecretRotation | undefined {
  const found = contexts.flatMap((context) => {
    const rotation = rotations(context).find(({ secret }) => secret.id.value === id)
    const { program } = context.compiled
    return rotation === undefined ? [] : [{ rotation, program }]
  })
  const [first] = found
  if (first === undefined) return undefined
  const shared = first.rotation.steps.filter((step) => !isOwn(step))
  const [accept, store, ...rest] = shared.map((step): RotationStep => {
    return { step, program: undefined }
  })
  const own = found.flatMap(({ rotation, program }) =>
    rotation.steps.filter(isOwn).map((step): RotationStep => {
      return { step, program: program.id.value }
    }),
  )
  const begin = [accept, store].filter((each) => each !== undefined)
  return {
    secret: first.rotation.secret,
    subscription: first.program.subscription.id.value,
    expires: first.rotation.expires,
    programs: found.map(({ program }) => program.id.value),
    steps: [...begin, ...own, ...rest],
  }
}

/** Headers are set, and calls are proved, in each program. */
function isOwn({ id }: Step): boolean {
  return /^rotate\.[^.]+\.(?:set\.|prove$)/.test(id)
}
