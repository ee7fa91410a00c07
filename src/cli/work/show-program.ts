import { hideInData } from '../../base/hide-texts.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { printYaml } from '../../source/print-yaml.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { checkEnvironment, openProject, selectPrograms, unknown } from '../open-project.ts'

/** Prints a program merged over all layers, with variables in place. */
export async function showProgram(
  name: string,
  environment: string | undefined,
  hasProvenance: boolean,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  checkEnvironment(workspace, environment)
  const [family] = selectPrograms(workspace, [name])
  const deployments = family?.deployments ?? []
  if (environment === undefined) {
    const ids = deployments.map((each) => each.environment).join(', ')
    throw new UsageError(`name the environment: --env <id>; ${family?.id ?? name} is for ${ids}`)
  }
  const found = deployments.find((deployment) => deployment.environment === environment)
  if (found === undefined) {
    throw new UsageError(
      unknown(
        `environment of ${family?.id ?? name}`,
        environment,
        deployments.map((each) => each.environment),
      ),
    )
  }
  const provenance = hasProvenance ? 'comments' : 'none'
  const merged = hideInData(found.merged, hiddenTexts(workspace).texts)
  context.host.stdout.write(printYaml(merged, { provenance, files: workspace.files }))
  return EXIT.clean
}
