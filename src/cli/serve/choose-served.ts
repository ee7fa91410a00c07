import { compileProgram } from '../../compile/compile-program.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'
import { UsageError } from '../command.ts'
import { checkEnvironment, selectDeployments, selectPrograms } from '../open-project.ts'

/** The webhooks of one environment that are served. */
export interface Served {
  readonly environment: string
  readonly webhooks: readonly ServedWebhook[]
}

/** Every webhook of the named programs in an environment: the named one, or the first that one of them is for. */
export function chooseServed(
  names: readonly string[],
  wanted: string | undefined,
  workspace: Workspace,
): Served {
  checkEnvironment(workspace, wanted)
  const families = selectPrograms(workspace, names)
  const environment = wanted ?? firstEnvironment(families, workspace)
  const webhooks = families
    .flatMap((family) => selectDeployments(family, environment))
    .map(({ program }) => compileProgram(program))
    .flatMap((compiled) => compiled.webhooks.map((webhook) => ({ compiled, webhook })))
  if (environment === undefined || webhooks.length === 0) {
    throw new UsageError(nothingServed(environment, families))
  }
  return { environment, webhooks }
}

function firstEnvironment(
  families: Workspace['programs'],
  { project }: Workspace,
): string | undefined {
  const used = environmentsOf(families)
  return project?.environments.map(({ id }) => id.value).find((id) => used.includes(id)) ?? used[0]
}

function nothingServed(environment: string | undefined, families: Workspace['programs']): string {
  const used = environmentsOf(families)
  return environment === undefined || used.includes(environment)
    ? 'there is no webhook to serve; run: hookbook lint'
    : `no named program is for the environment "${environment}"; known: ${used.join(', ')}`
}

function environmentsOf(families: Workspace['programs']): readonly string[] {
  const all = families.flatMap(({ deployments }) =>
    deployments.map(({ environment }) => environment),
  )
  return [...new Set(all)]
}
