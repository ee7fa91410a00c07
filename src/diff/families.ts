import { compareText } from '../base/compare.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { Deployment, ProgramFamily, Workspace } from '../model/workspace.ts'
import type { Family, ProgramSide } from './comparison.ts'

/** The programs of a project, compiled for each of their environments. */
export function familiesOf(workspace: Workspace): readonly Family[] {
  const files = new Map(workspace.files.map(({ path, text }) => [path, text]))
  return [...workspace.programs]
    .sort((a, b) => compareText(a.id, b.id))
    .map((family) => ({
      id: idOf(family),
      sides: family.deployments.flatMap((deployment) => sideOf(deployment, workspace, files)),
    }))
}

/** A folder that was renamed by mistake is another error: the program says what it is called. */
function idOf({ id, deployments }: ProgramFamily): string {
  return deployments[0]?.program.id.value ?? id
}

function sideOf(
  { program, merged }: Deployment,
  { project }: Workspace,
  files: ProgramSide['files'],
): readonly ProgramSide[] {
  if (project === undefined) return []
  return [{ compiled: compileProgram(program), project, merged, files }]
}
