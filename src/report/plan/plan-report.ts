import type { Plan } from '../../steps/plan.ts'

/** The plans of an environment, before they are written in any form. */
export interface PlanReport {
  readonly environment: string
  /** By the id of the program. */
  readonly plans: readonly Plan[]
  /** What a reader should know before the first step, a sentence each. */
  readonly warnings: readonly string[]
}
