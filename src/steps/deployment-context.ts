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
  subscription: string | undefined = subscriptionOf(workspace, environment),
): readonly string[] {
  return (familyOf(workspace, program)?.deployments ?? [])
    .filter((each) => each.program.subscription.id.value === subscription)
    .map((each) => each.environment)
    .filter((id) => id !== environment)
}
