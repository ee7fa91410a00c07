import { hideInData } from '../../base/hide-texts.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { printYaml } from '../../source/print-yaml.ts'
import type { CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findDeployment } from '../find-deployment.ts'
import { openProject } from '../open-project.ts'

/** Prints a program merged over all layers, with variables in place. */
export async function showProgram(
  name: string,
  environment: string | undefined,
  hasProvenance: boolean,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  const found = findDeployment(workspace, name, environment)
  const provenance = hasProvenance ? 'comments' : 'none'
  const merged = hideInData(found.merged, hiddenTexts(workspace).texts)
  context.host.stdout.write(printYaml(merged, { provenance, files: workspace.files }))
  return EXIT.clean
}
