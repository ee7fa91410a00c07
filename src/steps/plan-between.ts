import type { Change } from '../diff/change.ts'
import { diffWorkspaces } from '../diff/diff-workspaces.ts'
import type { Workspace } from '../model/workspace.ts'
import { deploymentContext, environmentsBeside, runbookOf } from './deployment-context.ts'
import type { KnownState } from './pending-steps.ts'
import { changesIn, planDeployment } from './plan-deployment.ts'
import { stateOf } from './plan-state.ts'
import type { Plan } from './plan.ts'
import { isSharedStep } from './shared-steps.ts'
import { thingNames } from './thing-names.ts'
import { wantedElsewhere } from './wanted-elsewhere.ts'
import { wantedSteps } from './wanted-steps.ts'

/**
 * What somebody has to do in an environment so that it follows from one revision to another, as if
 * everything of the earlier one were done: one plan for each program that is, or was, deployed there,
 * by id; most have the status `nothing`. For pull requests, which know no ledger:
 *
 *     const { base, head } = await openSides(context, 'main', undefined)
 *     const plans = planBetween(base.workspace, head.workspace, 'prod-emea')
 *
 * Values of dialogs are in it. Secrets are names only, but a credential that somebody has typed into a
 * definition is a value like any other: pass the result through `hideInData` with the hidden texts of
 * both workspaces (`src/lint/hidden-texts.ts`) before it is shown. `src/report/plan` prints it. Whoever
 * asks for several environments compares once, and passes the changes.
 */
export function planBetween(
  base: Workspace,
  head: Workspace,
  environment: string,
  changes: readonly Change[] = diffWorkspaces(base, head),
): readonly Plan[] {
  const programs = renames('program', changes)
  const environments = renames('environment', changes)
  const isRenamed = (id: string): boolean => [...programs.values()].includes(id)
  const before = environments.get(environment) ?? environment
  if ([...environments.values()].includes(environment)) return []
  return programsIn([base, head], [before, environment])
    .filter((program) => !isRenamed(program))
    .map((program) => {
      const earlier = programs.get(program) ?? program
      const context = deploymentContext(head, program, environment)
      return planDeployment({
        program,
        environment,
        page: runbookOf(head, program, environment),
        context,
        from: stateOf(deploymentContext(base, earlier, before)),
        to: stateOf(context),
        known: knownAt(base, earlier, before),
        wantedElsewhere: () => wantedElsewhere([head, base], program, environment),
        changes: changesIn(environment, program, changes),
        isCompared: () => true,
      })
    })
}

/** New ids and the ones that they had: an id is ours, and nothing in Marketo. */
function renames(
  kind: 'program' | 'environment',
  changes: readonly Change[],
): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ kind: its, motion, before, after }) =>
      its !== kind || motion !== 'renamed' || before === undefined || after === undefined
        ? []
        : [[after, before] as const],
    ),
  )
}

/** Ids of the programs that are deployed in one of some environments in one of the workspaces. */
function programsIn(
  workspaces: readonly Workspace[],
  environments: readonly string[],
): readonly string[] {
  const ids = workspaces.flatMap(({ programs }) =>
    programs
      .filter(({ deployments }) =>
        deployments.some((each) => environments.includes(each.environment)),
      )
      .map(({ id }) => id),
  )
  return [...new Set(ids)].sort()
}

/** What is there when everything of a revision is done, in the environment and in those beside it. */
function knownAt(base: Workspace, program: string, environment: string): KnownState {
  const own = deploymentContext(base, program, environment)
  const beside = environmentsBeside(base, program, environment).flatMap(
    (each) => deploymentContext(base, program, each) ?? [],
  )
  const shared = beside.flatMap((context) =>
    wantedSteps(context).filter(({ step }) => isSharedStep(step.id, context)),
  )
  const there = [...shared, ...(own === undefined ? [] : wantedSteps(own))]
  const named = [...beside, ...(own === undefined ? [] : [own])].map(thingNames)
  return {
    steps: new Map(there.map(({ step, fingerprint }) => [step.id, fingerprint])),
    names: new Map(named.flatMap((names) => Object.entries(names))),
    old: new Map(there.map(({ step }) => [step.id, step])),
  }
}
