import { deploymentContext } from '../steps/deployment-context.ts'
import type { AttestedDeployment } from '../steps/plan-attested.ts'
import { wantedSteps } from '../steps/wanted-steps.ts'
import type { Workspace } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { openRepository } from './open-repository.ts'
import { openCommit } from './open-revision.ts'

/** The commit that is checked out, and the project as it holds it. */
export interface Committed {
  readonly commit: string
  readonly workspace: Workspace
}

/** Undefined without git and without a commit: an attestation then names none. */
export async function openCommitted(context: CommandContext): Promise<Committed | undefined> {
  try {
    const repository = await openRepository(context)
    const { head } = repository
    return head === undefined
      ? undefined
      : { commit: head, workspace: openCommit(context, repository, head) }
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

/** The commit, if it holds the definition as it is attested. */
export function attestedCommit(
  deployment: AttestedDeployment,
  committed: Committed | undefined,
): string | undefined {
  if (committed === undefined) return undefined
  const isSame =
    meaning(deployment, committed.workspace) === meaning(deployment, deployment.workspace)
  return isSame ? committed.commit : undefined
}

function meaning({ program, environment }: AttestedDeployment, workspace: Workspace): string {
  const context = deploymentContext(workspace, program, environment)
  const steps = context === undefined ? [] : wantedSteps(context)
  return JSON.stringify(steps.map(({ step, fingerprint }) => [step.id, fingerprint]))
}
