import type { Actor } from '../../marketo/actor.ts'
import type { Step } from '../../steps/step.ts'
import type { PlannedSteps } from './comment.ts'

/** A step that is the same act in some environments of a program: a webhook is shared by all of its subscription. */
export interface SharedStep {
  readonly program: string
  readonly environments: readonly string[]
  /** The runbook of the first of them. */
  readonly page: string | undefined
  readonly step: Step
}

/** The steps of some actors, each act once, in an order that keeps that of every environment. */
export function sharedSteps(
  plans: readonly PlannedSteps[],
  actors: readonly Actor[],
): readonly SharedStep[] {
  const programs = [...new Set(plans.map(({ program }) => program))]
  return programs.flatMap((program) => {
    const own = plans.filter((plan) => plan.program === program)
    return own.reduce<readonly SharedStep[]>((merged, plan) => mergeIn(plan, actors, merged), [])
  })
}

/** What is there already gets one more environment; what is new stands behind its twin, or the step that it follows. */
function mergeIn(
  { program, environment, page, steps }: PlannedSteps,
  actors: readonly Actor[],
  into: readonly SharedStep[],
): readonly SharedStep[] {
  const merged = [...into]
  let last = -1
  for (const step of steps.filter(({ actor }) => actors.includes(actor))) {
    const act = actOf(step)
    const at = merged.findIndex((shared, nth) => nth > last && actOf(shared.step) === act)
    const found = merged[at]
    if (found === undefined) {
      last =
        Math.max(
          last,
          merged.findLastIndex((shared) => shared.step.id === step.id),
        ) + 1
      merged.splice(last, 0, { program, environments: [environment], page, step })
    } else {
      last = at
      merged[at] = { ...found, environments: [...found.environments, environment] }
    }
  }
  return merged
}

/** The same act: what is expected and how it is undone may name an environment's neighbours. */
function actOf({ id, does, where, movements }: Step): string {
  return JSON.stringify([id, does, where, movements])
}
