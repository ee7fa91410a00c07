import { changeSteps } from '../../steps/change-steps.ts'
import { diagnoseSteps } from '../../steps/diagnose-steps.ts'
import { fixSteps } from '../../steps/fix-steps.ts'
import { proveSteps } from '../../steps/prove-steps.ts'
import { replaySteps } from '../../steps/replay-steps.ts'
import { retireSteps } from '../../steps/retire-steps.ts'
import { rotations } from '../../steps/rotate-steps.ts'
import { setupGroups } from '../../steps/setup-steps.ts'
import type { StepContext } from '../../steps/step-context.ts'
import { stopSteps } from '../../steps/stop-steps.ts'
import type { NumberedSteps } from '../outline.ts'
import type { PageSteps } from './section.ts'

/** The heading of the first screen under which the acts that stop calls stand. */
export const STOP_HEADING = 'Stop the bleeding'

export function pageSteps(context: StepContext): PageSteps {
  return {
    stop: stopSteps(context),
    diagnose: diagnoseSteps(context),
    fix: fixSteps(context),
    prove: proveSteps(context),
    replay: replaySteps(context),
    setup: setupGroups(context),
    change: changeSteps(context),
    rotations: rotations(context),
    retire: retireSteps(context),
  }
}

/** The steps with the numbers under which they stand. */
export function numberedSteps(steps: PageSteps): readonly NumberedSteps[] {
  return [
    { number: '1', steps: steps.stop, heading: STOP_HEADING },
    { number: '3', steps: steps.diagnose },
    { number: '4', steps: steps.fix },
    { number: '5', steps: steps.prove },
    { number: '6', steps: steps.replay },
    ...steps.setup.map((group, index) => ({ number: `9.${index + 1}`, steps: group.steps })),
    { number: '10', steps: steps.change },
    ...steps.rotations.map((rotation, index) => ({
      number: `11.${index + 1}`,
      steps: rotation.steps,
    })),
    { number: '12', steps: steps.retire },
  ]
}
