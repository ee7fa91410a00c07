import { compileProgram } from '../compile/compile-program.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import type { StepContext } from './step-context.ts'

/** What the steps of a program in an environment are made from; undefined where it is not deployed. */
export function deploymentContext(
  workspace: Workspace,
  program: string,
  environment: string,
): StepContext | undefined {
  const { project, leads } = workspace
  const deployment = familyOf(workspace, program)?.deployments.find(
    (each) => each.environment === environment,
  )
  if (project === undefined || deployment === undefined) return undefined
  return {
    compiled: compileProgram(deployment.program),
    project,
    siblings: environmentsBeside(workspace, program, environment),
    sample: leads.find(({ name }) => name === 'plain') ?? leads[0],
  }
}

export function familyOf({ programs }: Workspace, program: string): ProgramFamily | undefined {
  return programs.find(({ id }) => id === program)
}

/** The path of a generated page; undefined where the program is not deployed. */
export function runbookOf(
  workspace: Workspace,
  program: string,
  environment: string,
): string | undefined {
  const family = familyOf(workspace, program)
  return family?.deployments.some((each) => each.environment === environment) === true
    ? `${family.folder}/generated/${environment}/runbook.md`
    : undefined
}

/** The subscription of an environment of the project. */
export function subscriptionOf({ project }: Workspace, environment: string): string | undefined {
  return project?.environments.find(({ id }) => id.value === environment)?.subscription.value
}

/** Other environments of a program in the same subscription: they share its webhooks and fields. */
export function environmentsBeside(
  workspace: Workspace,
  program: string,
  environment: string,
): readonly string[] {
  const subscription = subscriptionOf(workspace, environment)
  if (subscription === undefined) return []
  return environmentsIn(workspace, program, subscription).filter((id) => id !== environment)
}

/** Environments of a program in a subscription; all of them where none is named. */
export function environmentsIn(
  workspace: Workspace,
  program: string,
  subscription: string | undefined,
): readonly string[] {
  const deployments = familyOf(workspace, program)?.deployments ?? []
  return deployments
    .filter(
      (each) => subscription === undefined || each.program.subscription.id.value === subscription,
    )
    .map((each) => each.environment)
}
