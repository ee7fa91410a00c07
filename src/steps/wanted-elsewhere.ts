import type { Workspace } from '../model/workspace.ts'
import { deploymentContext, environmentsIn, subscriptionOf } from './deployment-context.ts'
import { isSharedStep } from './shared-steps.ts'
import { wantedSteps } from './wanted-steps.ts'

/** Steps of a program that another program may want under the same id: one field is one field. */
const ACROSS_PROGRAMS = /^(?:field\.|endpoint\.secret\.)/

/**
 * Ids of steps whose work must stay although the program does not want it in this environment (any
 * more): other environments of the subscription, or other programs in it, still do. The first workspace
 * is the one that counts; the others only say to which subscription an environment belonged that is gone.
 * Where nobody knows that any more, whatever is wanted anywhere stays.
 */
export function wantedElsewhere(
  workspaces: readonly Workspace[],
  program: string,
  environment: string,
): ReadonlySet<string> {
  const [head] = workspaces
  const subscription = workspaces
    .map((workspace) => subscriptionOf(workspace, environment))
    .find((id) => id !== undefined)
  if (head === undefined) return new Set()
  const ids = head.programs.flatMap(({ id }) =>
    environmentsIn(head, id, subscription)
      .filter((each) => each !== environment)
      .concat(id === program ? [] : [environment])
      .flatMap((each) => deploymentContext(head, id, each) ?? [])
      .flatMap((context) =>
        wantedSteps(context)
          .map(({ step }) => step.id)
          .filter((step) =>
            id === program ? isSharedStep(step, context) : ACROSS_PROGRAMS.test(step),
          ),
      ),
  )
  return new Set(ids)
}
