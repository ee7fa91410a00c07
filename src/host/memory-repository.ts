import { memoryFiles } from './memory-files.ts'
import type { RepositoryOpening } from './repository.ts'

/** A repository in memory: revisions by name, each with its files by path. */
export interface MemoryRevisions {
  /** Names of branches, tags and commits. What is named `HEAD` is checked out. */
  readonly revisions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The name of the revision in which all branches meet; none when not given. */
  readonly mergeBase?: string
  /** What other names stand for. */
  readonly targets?: Readonly<Record<string, string>>
  readonly isShallow?: boolean
}

/** Without revisions there is no repository. A commit is called by the first name that holds its files. */
export function openMemoryRepository(
  given: MemoryRevisions | Exclude<RepositoryOpening['status'], 'open'> | undefined,
): RepositoryOpening {
  if (given === undefined) return { status: 'no-repository' }
  if (given === 'untrusted') return { status: given, folder: '/work' }
  if (given === 'failed') return { status: given, reason: 'fatal: there is no git in memory' }
  if (typeof given === 'string') return { status: given }
  const { revisions, targets = {} } = given
  const resolve = (name: string): string | undefined =>
    Object.hasOwn(revisions, name) ? commitNamed(name) : byCommit(name)
  const byCommit = (commit: string): string | undefined =>
    Object.keys(revisions).some((name) => commitNamed(name) === commit) ? commit : undefined
  return {
    status: 'open',
    repository: {
      isShallow: given.isShallow === true,
      head: resolve('HEAD'),
      resolve,
      target: (name) => targets[name],
      names: () => Object.keys(revisions).filter((name) => name !== 'HEAD'),
      mergeBase: () => (given.mergeBase === undefined ? undefined : resolve(given.mergeBase)),
      filesAt: (commit) => {
        const name = Object.keys(revisions).find((each) => commitNamed(each) === commit) ?? ''
        return memoryFiles(new Map(Object.entries(revisions[name] ?? {})))
      },
    },
  }
}

/** Forty digits that look like a commit's and are the same for the same name. */
function commitNamed(name: string): string {
  const codes = Array.from(name, (character) => (character.codePointAt(0) ?? 0).toString(16))
  return codes.join('').padEnd(40, '0').slice(0, 40)
}
