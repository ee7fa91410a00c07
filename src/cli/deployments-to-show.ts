import type { Deployment, Workspace } from '../model/workspace.ts'
import { UsageError } from './command.ts'
import { checkEnvironment, selectDeployments, selectPrograms, unknown } from './open-project.ts'

export interface ShownDeployments {
  readonly id: string
  readonly deployments: readonly Deployment[]
}

/** A program in one environment, or in all of its own when none is named. */
export function deploymentsToShow(
  workspace: Workspace,
  name: string,
  environment: string | undefined,
): ShownDeployments {
  const [family] = selectPrograms(workspace, [name])
  checkEnvironment(workspace, environment)
  const deployments = family === undefined ? [] : selectDeployments(family, environment)
  if (family === undefined || deployments.length === 0)
    throw new UsageError(nothingToShow(name, environment, family?.deployments ?? []))
  return { id: family.id, deployments }
}

function nothingToShow(
  name: string,
  environment: string | undefined,
  deployments: readonly { readonly environment: string }[],
): string {
  if (environment === undefined || deployments.length === 0)
    return `"${name}" could not be read; run: hookbook lint`
  const known = deployments.map((each) => each.environment)
  return unknown(`environment of ${name}`, environment, known)
}
