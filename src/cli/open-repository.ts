import { nearest } from '../base/nearest.ts'
import type { Repository, RepositoryOpening } from '../host/repository.ts'
import { folderOf } from '../model/paths.ts'
import { UsageError, type CommandContext } from './command.ts'
import { findProject } from './open-project.ts'

/** The repository around the project, or a sentence that says what to do. */
export async function openRepository({ host, options }: CommandContext): Promise<Repository> {
  const folder = folderOf(options.config ?? findProject(host) ?? '')
  const opening = await host.openRepository(folder === '' ? '.' : folder)
  if (opening.status === 'open') return opening.repository
  throw new UsageError(obstacle(opening))
}

function obstacle(opening: Exclude<RepositoryOpening, { status: 'open' }>): string {
  switch (opening.status) {
    case 'no-git':
      return 'git is not installed, or not on the PATH: it is needed to read earlier revisions'
    case 'no-repository':
      return 'the project is in no git repository, so there is no earlier revision to read; "git init" makes one'
    case 'untrusted':
      return `git does not trust this repository, which belongs to another user; if you do: git config --global --add safe.directory "${opening.folder}"`
    case 'failed':
      return `git cannot read this repository: ${opening.reason}`
  }
}

/** A word that names no revision: commands that take other words too may know better what was meant. */
export class UnknownRevisionError extends UsageError {}

/** The commit that a revision names. */
export function commitOf(repository: Repository, revision: string): string {
  const commit = repository.resolve(revision)
  if (commit !== undefined) return commit
  const names = repository.names()
  const meant = nearest(revision, [...names, ...names.map(withoutRemote)])
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`
  const shallow =
    repository.isShallow && meant === undefined ? `; it may be missing here: ${SHALLOW}` : ''
  throw new UnknownRevisionError(`there is no revision "${revision}"${hint}${shallow}`)
}

/** The commit in which two have parted. */
export function mergeBaseOf(
  repository: Repository,
  one: { readonly name: string; readonly commit: string },
  other: { readonly name: string; readonly commit: string },
): string {
  const base = repository.mergeBase(one.commit, other.commit)
  if (base !== undefined) return base
  const reason = repository.isShallow ? SHALLOW : 'their histories are unrelated'
  throw new UsageError(`"${one.name}" and "${other.name}" have no common commit: ${reason}`)
}

export const SHALLOW =
  'this is a shallow clone; in a workflow give actions/checkout "fetch-depth: 0", elsewhere run "git fetch --unshallow"'

function withoutRemote(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}
