import { compareText } from '../base/compare.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { Deployment, ProgramFamily, Workspace } from '../model/workspace.ts'
import type { Change } from './change.ts'
import type { Family, ProgramSide } from './comparison.ts'
import { diffFamily } from './diff-family.ts'
import { diffProject } from './diff-project.ts'
import { matchItems, type Identity } from './match-items.ts'
import { contentOf } from './meaning-of.ts'
import { orderChanges } from './order-changes.ts'

/** Every difference in meaning between two projects, in the order in which people read it. */
export function diffWorkspaces(base: Workspace, head: Workspace): readonly Change[] {
  const { kept, added, removed } = matchItems(familiesOf(base), familiesOf(head), [
    ({ id }) => id,
    titleOf,
    contentOfFamily,
  ])
  const programs = [
    ...kept.flatMap(([from, to]) => diffFamily(from, to)),
    ...added.flatMap((family) => diffFamily(undefined, family)),
    ...removed.flatMap((family) => diffFamily(family, undefined)),
  ]
  return orderChanges([...diffProject(base.project, head.project), ...programs])
}

function familiesOf(workspace: Workspace): readonly Family[] {
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

const titleOf: Identity<Family> = ({ sides }) => sides[0]?.compiled.program.title.value

const contentOfFamily: Identity<Family> = ({ sides }) => {
  const [first] = sides
  if (first === undefined) return undefined
  const { program } = first.compiled
  const webhooks = program.webhooks.map((webhook) => contentOf(webhook, 'request', 'response'))
  return contentOf({ ...program, webhooks }, 'id', 'title', 'file', 'summary', 'revision')
}
