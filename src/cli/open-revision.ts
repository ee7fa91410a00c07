import type { Host } from '../host/host.ts'
import { UnreadableRevision, type Repository, type RevisionFiles } from '../host/repository.ts'
import { loadWorkspace } from '../model/load-workspace.ts'
import type { Workspace, WorkspaceReader } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { findProject, hideCredentials } from './open-project.ts'
import { commitOf, openRepository } from './open-repository.ts'

/** A project as it was at a revision, at the path where it is now. */
export async function openRevision(context: CommandContext, revision: string): Promise<Workspace> {
  const repository = await openRepository(context)
  return openCommit(context, repository, commitOf(repository, revision))
}

/** A project as it was at a commit; a workspace without programs where there was none yet. */
export function openCommit(
  context: CommandContext,
  repository: Repository,
  commit: string,
): Workspace {
  return readCommit(context, repository, commit).workspace
}

/** A project at a commit, and the other files that belong to it. */
export interface OpenedCommit {
  readonly workspace: Workspace
  readonly readText: WorkspaceReader['readText']
}

/** The same, with whatever else stood beside the project. */
export function readCommit(
  { host, options }: CommandContext,
  repository: Repository,
  commit: string,
): OpenedCommit {
  return reading(commit, () => {
    const files = repository.filesAt(commit)
    const file = projectAt(files, host, options.config)
    const workspace = file === undefined ? NOTHING : hideCredentials(loadWorkspace(files, file))
    return { workspace, readText: (path) => reading(commit, () => files.readText(path)) }
  })
}

const NOTHING: Workspace = {
  project: undefined,
  programs: [],
  leads: [],
  diagnostics: [],
  files: [],
}

/** Where the project is now, or else where it is looked for. */
function projectAt(
  files: RevisionFiles,
  host: Host,
  config: string | undefined,
): string | undefined {
  const now = config ?? findProject(host)
  if (now !== undefined && files.readText(now) !== undefined) return now
  if (config !== undefined) return undefined
  const { workingDirectory } = host.files
  return findProject({ files: { workingDirectory, readText: files.readText } })
}

function reading<T>(commit: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UnreadableRevision)) throw error
    const name = commit.slice(0, 7)
    throw new UsageError(`the files of ${name} cannot be read: ${error.message}`)
  }
}
