import { hideInData } from '../../base/hide-texts.ts'
import { stableJson } from '../../base/stable-json.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import { printableJson } from '../../report/printable-json.ts'
import { plainValue, printYaml } from '../../source/print-yaml.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findDeployment } from '../find-deployment.ts'
import { openProject } from '../open-project.ts'
import { isShownAsJson } from '../shown-format.ts'

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
  const isJson = isShownAsJson(context, 'a program')
  if (isJson && hasProvenance)
    throw new UsageError('JSON has no room for --provenance; leave out --format json')
  context.host.stdout.write(
    isJson
      ? printableJson(stableJson(plainValue(merged)))
      : printYaml(merged, { provenance, files: workspace.files }),
  )
  return EXIT.clean
}
