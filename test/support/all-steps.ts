import { changeSteps } from '../../src/steps/change-steps.ts'
import { diagnoseSteps } from '../../src/steps/diagnose-steps.ts'
import { fixSteps } from '../../src/steps/fix-steps.ts'
import { replaySteps } from '../../src/steps/replay-steps.ts'
import { retireSteps } from '../../src/steps/retire-steps.ts'
import { rotations } from '../../src/steps/rotate-steps.ts'
import { setupSteps } from '../../src/steps/setup-steps.ts'
import type { Step } from '../../src/steps/step.ts'
import type { StepContext } from '../../src/steps/step-context.ts'
import { stopSteps } from '../../src/steps/stop-steps.ts'

/** Every step of a program in one environment, in the order of the page; each id stands once. */
export function allSteps(context: StepContext): readonly Step[] {
  return [
    ...stopSteps(context),
    ...diagnoseSteps(context),
    ...fixSteps(context),
    ...setupSteps(context),
    ...replaySteps(context),
    ...changeSteps(context),
    ...rotations(context).flatMap(({ steps }) => steps),
    ...retireSteps(context),
  ]
}
