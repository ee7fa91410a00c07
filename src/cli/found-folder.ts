import type { HostFiles } from '../host/host.ts'
import { loadFoundCases, type FoundCases } from '../model/load-found-cases.ts'
import { folderOf, joinPath } from '../model/paths.ts'
import type { Project } from '../model/project.ts'
import type { Workspace } from '../model/workspace.ts'

/** Found cases with the folder that new ones go to. */
export interface FoundFolder extends FoundCases {
  readonly folder: string
}

/** Reads what earlier runs have kept. */
export function openFoundFolder({ project }: Workspace, files: HostFiles): FoundFolder {
  const folder = project === undefined ? 'fixtures/found' : foundFolder(project, files)
  return { folder, ...loadFoundCases(folder, files) }
}

/** `fixtures/found` of the repository: beside the folder `programs`, or beside a project file that stands elsewhere. */
function foundFolder({ file, foundFolder: named }: Project, files: HostFiles): string {
  const folder = folderOf(file)
  if (named !== undefined) return joinPath(folder, named.value)
  const isInPrograms = joinPath(files.workingDirectory, folder).endsWith('/programs')
  return joinPath(folder, isInPrograms ? '../fixtures/found' : 'fixtures/found')
}
