import { meaningOf } from './meaning-of.ts'
import type { PlanState } from './plan.ts'
import type { StepContext } from './step-context.ts'

/** As long as it stands on the page. */
const SHOWN_LENGTH = 12

/** The state that a definition describes, as its runbook shows it. */
export function stateOf(context: StepContext | undefined): PlanState | undefined {
  if (context === undefined) return undefined
  const { compiled } = context
  return {
    revision: compiled.program.revision.value,
    fingerprint: meaningOf(compiled).slice(0, SHOWN_LENGTH),
  }
}
