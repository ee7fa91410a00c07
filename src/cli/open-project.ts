import { hideInData } from '../base/hide-texts.ts'
import { nearest } from '../base/nearest.ts'
import type { HostFiles } from '../host/host.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import { loadWorkspace } from '../model/load-workspace.ts'
import { folderOf, joinPath } from '../model/paths.ts'
import type { Deployment, ProgramFamily, Workspace } from '../model/workspace.ts'
import { hideInFiles } from '../source/hide-in-files.ts'
import { UsageError, type CommandContext } from './command.ts'

const PROJECT_FILES: readonly string[] = ['programs/project.yaml', 'project.yaml']

export const NO_PROJECT =
  'there is no project.yaml or programs/project.yaml here or above; "hookbook init" makes one, --config names one'

/** Reads the project, found upward from the working directory unless `--config` names it. */
export function openProject({ host, options }: CommandContext): Workspace {
  const file = options.config ?? findProject(host)
  if (file === undefined) throw new UsageError(NO_PROJECT)
  if (host.files.readText(file) === undefined) {
    throw new UsageError(`there is no project file "${file}"`)
  }
  return hideCredentials(loadWorkspace(host.files, file))
}

/** Reports point at credentials that are typed into definitions, and never show them. */
export function hideCredentials(workspace: Workspace): Workspace {
  const hidden = hiddenTexts(workspace)
  return {
    ...workspace,
    diagnostics: hideInData(workspace.diagnostics, hidden.texts),
    files: hideInFiles(workspace.files, hidden),
  }
}

/** What a project is found in: the working tree, or a revision. */
interface HasProjectFiles {
  readonly files: Pick<HostFiles, 'workingDirectory' | 'readText'>
}

/** The nearest project file, as a path relative to the working directory. */
export function findProject({ files }: HasProjectFiles): string | undefined {
  const depth = files.workingDirectory.split('/').length
  for (let up = 0; up < depth; up++) {
    const found = PROJECT_FILES.map((name) => '../'.repeat(up) + name).find(
      (path) => files.readText(path) !== undefined,
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** The programs that are named by id, folder or file; all of them when none is named. */
export function selectPrograms(
  workspace: Workspace,
  names: readonly string[],
): readonly ProgramFamily[] {
  if (names.length === 0) return workspace.programs
  const ids = workspace.programs.map(({ id }) => id)
  const wanted = new Set(names.map((name) => programId(name, workspace, ids)))
  return workspace.programs.filter(({ id }) => wanted.has(id))
}

function programId(name: string, { programs }: Workspace, ids: readonly string[]): string {
  const path = joinPath('', name.replaceAll('\\', '/').replace(/\/+$/, ''))
  const found = programs.find(
    ({ id, folder }) => id === path || folder === path || path.startsWith(`${folder}/`),
  )
  if (found !== undefined) return found.id
  throw new UsageError(unknown('program', name, ids))
}

/** A program's deployments, or the one of an environment. */
export function selectDeployments(
  family: ProgramFamily,
  environment: string | undefined,
): readonly Deployment[] {
  if (environment === undefined) return family.deployments
  return family.deployments.filter((deployment) => deployment.environment === environment)
}

/** Says so when no program is for an environment of that name. */
export function checkEnvironment(workspace: Workspace, environment: string | undefined): void {
  const ids = workspace.project?.environments.map(({ id }) => id.value) ?? []
  if (environment === undefined || ids.includes(environment)) return
  throw new UsageError(unknown('environment', environment, ids))
}

/** "there is no program "x"; did you mean "y"?" */
export function unknown(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  const hint =
    meant === undefined ? `known: ${known.join(', ') || 'none'}` : `did you mean "${meant}"?`
  return `there is no ${what} "${name}"; ${hint}`
}

/** A workspace with nothing but some programs: findings of other programs are left out. */
export function narrow(workspace: Workspace, programs: readonly ProgramFamily[]): Workspace {
  if (programs.length === workspace.programs.length) return workspace
  const others = workspace.programs.filter((family) => !programs.includes(family))
  const isOther = (file: string): boolean =>
    others.some(({ folder }) => folderOf(file) === folder || file.startsWith(`${folder}/`))
  return {
    ...workspace,
    programs,
    diagnostics: workspace.diagnostics.filter(({ at }) => !isOther(at.file)),
  }
}
