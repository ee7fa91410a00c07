import type { Host } from '../host/host.ts'
import type { Repository } from '../host/repository.ts'
import { UsageError } from './command.ts'
import { mergeBaseOf, SHALLOW } from './open-repository.ts'

/** A commit and how a reader calls it. */
export interface NamedCommit {
  readonly name: string
  readonly commit: string
}

/** Where the work that is checked out has left the default branch. */
export function defaultBase(repository: Repository, environment: Host['environment']): NamedCommit {
  const { head } = repository
  if (head === undefined) {
    throw new UsageError('this repository has no commit yet, so there is nothing to compare with')
  }
  const branch = defaultBranch(repository, environment)
  const commit = mergeBaseOf(repository, branch, { name: 'HEAD', commit: head })
  return { name: branch.name, commit }
}

function defaultBranch(repository: Repository, environment: Host['environment']): NamedCommit {
  const named = branchOfPullRequest(environment)
  const names = named ?? [repository.target('origin/HEAD'), ...USUAL]
  for (const name of names) {
    const commit = name === undefined ? undefined : repository.resolve(name)
    if (name !== undefined && commit !== undefined) return { name, commit }
  }
  const what = named === undefined ? 'no default branch (main, master)' : `no "${named[0]}"`
  const help = repository.isShallow ? SHALLOW : 'name the revision to compare with'
  throw new UsageError(`there is ${what} in this clone: ${help}`)
}

/**
 * The branch that a pull request wants to go into; GitHub Actions sets the variable for pull
 * requests only, and it is empty otherwise.
 */
function branchOfPullRequest(environment: Host['environment']): readonly string[] | undefined {
  const base = environment['GITHUB_BASE_REF'] ?? ''
  return base === '' ? undefined : [`origin/${base}`, base]
}

const USUAL: readonly string[] = ['origin/main', 'origin/master', 'main', 'master']
