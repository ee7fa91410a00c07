import type { StepContext } from './step-context.ts'
import { setupGroups } from './setup-steps.ts'
import { stepFingerprint } from './step-fingerprint.ts'
import type { Step } from './step.ts'

/** A step of the set-up whose work stays, with the fingerprint of what it leaves. */
export interface WantedStep {
  readonly step: Step
  readonly fingerprint: string
}

/** Everything that has to be there, in the order of the set-up. Looks leave nothing, and are left out. */
export function wantedSteps(context: StepContext): readonly WantedStep[] {
  return setupGroups(context)
    .flatMap(({ steps }) => steps)
    .flatMap((step) => {
      const fingerprint = stepFingerprint(step)
      return fingerprint === undefined ? [] : [{ step, fingerprint }]
    })
}
