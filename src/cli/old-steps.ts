import type { Repository } from '../host/repository.ts'
import { deploymentContext } from '../steps/deployment-context.ts'
import { stateIn, type AttestedDeployment } from '../steps/plan-attested.ts'
import type { Step } from '../steps/step.ts'
import { wantedSteps } from '../steps/wanted-steps.ts'
import type { Workspace } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { openRepository } from './open-repository.ts'
import { openCommit } from './open-revision.ts'

/** Definitions as they were at the commits of attestations, each read once. */
export interface AttestedRevisions {
  readonly at: (commit: string) => Workspace | undefined
  /** Why some could not be read, a sentence each. */
  readonly obstacles: () => readonly string[]
  /** Those that were read. */
  readonly workspaces: () => readonly Workspace[]
}

/** Reads nothing: every edit then names the whole dialog. */
export const NO_REVISIONS: AttestedRevisions = {
  at: () => undefined,
  obstacles: () => [],
  workspaces: () => [],
}

/** Without git, or for a commit that is not there, the reason is kept and nothing fails. */
export async function attestedRevisions(context: CommandContext): Promise<AttestedRevisions> {
  const obstacles = new Set<string>()
  const opened = new Map<string, Workspace | undefined>()
  const repository = await orObstacle(() => openRepository(context), obstacles)
  return {
    at: (commit) => {
      if (repository === undefined) return undefined
      if (!opened.has(commit))
        opened.set(commit, readCommit(context, repository, commit, obstacles))
      return opened.get(commit)
    },
    obstacles: () => [...obstacles],
    workspaces: () => [...opened.values()].filter((each) => each !== undefined),
  }
}

function readCommit(
  context: CommandContext,
  repository: Repository,
  commit: string,
  obstacles: Set<string>,
): Workspace | undefined {
  const known = repository.resolve(commit)
  if (known === undefined) {
    obstacles.add(`the commit ${commit.slice(0, 7)} is not in this clone`)
    return undefined
  }
  try {
    return openCommit(context, repository, known)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    obstacles.add(error.message)
    return undefined
  }
}

async function orObstacle<T>(
  open: () => Promise<T>,
  obstacles: Set<string>,
): Promise<T | undefined> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    obstacles.add(error.message)
    return undefined
  }
}

/** Of each of some steps: what it was when it was attested, as the definition of that commit says. */
export function oldSteps(
  deployment: AttestedDeployment,
  ids: readonly string[],
  revisions: AttestedRevisions,
): ReadonlyMap<string, Step> {
  const { steps } = stateIn(deployment)
  const found = new Map<string, Step>()
  for (const id of ids) {
    const attestation = steps.get(id)?.attestation
    if (attestation?.commit === undefined) continue
    const workspace = revisions.at(attestation.commit)
    if (workspace === undefined) continue
    const then = deploymentContext(workspace, deployment.program, attestation.environment)
    const step = then && wantedSteps(then).find((wanted) => wanted.step.id === id)?.step
    if (step !== undefined) found.set(id, step)
  }
  return found
}
