import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { UsageError } from './command.ts'
import { checkEnvironment, selectPrograms, unknown } from './open-project.ts'

/** A program as one environment gets it; a usage error names the environments that it has. */
export function findDeployment(
  workspace: Workspace,
  name: string,
  environment: string | undefined,
): ProgramFamily['deployments'][number] {
  const [family] = selectPrograms(workspace, [name])
  checkEnvironment(workspace, environment)
  const deployments = family?.deployments ?? []
  const environments = deployments.map((each) => each.environment)
  const [only, ...others] = deployments
  if (environment === undefined && only !== undefined && others.length === 0) return only
  if (environment === undefined) {
    if (only === undefined) throw new UsageError(`"${name}" could not be read; run: hookbook lint`)
    throw new UsageError(
      `name the environment: --env <id>; ${family?.id ?? name} is for ${environments.join(', ')}`,
    )
  }
  const found = deployments.find((deployment) => deployment.environment === environment)
  if (found !== undefined) return found
  throw new UsageError(unknown(`environment of ${family?.id ?? name}`, environment, environments))
}
