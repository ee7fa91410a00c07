import { deploymentContext } from '../steps/deployment-context.ts'
import type { AttestedDeployment } from '../steps/plan-attested.ts'
import { wantedSteps } from '../steps/wanted-steps.ts'
import type { Workspace } from '../model/workspace.ts'
import type { CommandContext } from './command.ts'
import { openRepository } from './open-repository.ts'
import { openCommit } from './open-revision.ts'
import { UsageError } from './command.ts'

/** The commit that is checked out, if it holds the definition as it is attested; undefined without git, too. */
export async function attestedCommit(
  deployment: AttestedDeployment,
  context: CommandContext,
): Promise<string | undefined> {
  try {
    const repository = await openRepository(context)
    const { head } = repository
    if (head === undefined) return undefined
    const committed = openCommit(context, repository, head)
    return meaning(deployment, committed) === meaning(deployment, deployment.workspace)
      ? head
      : undefined
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function meaning({ program, environment }: AttestedDeployment, workspace: Workspace): string {
  const context = deploymentContext(workspace, program, environment)
  const steps = context === undefined ? [] : wantedSteps(context)
  return JSON.stringify(steps.map(({ step, fingerprint }) => [step.id, fingerprint]))
}
