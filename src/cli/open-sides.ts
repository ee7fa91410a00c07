import type { Repository } from '../host/repository.ts'
import type { Workspace, WorkspaceReader } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { defaultBase, type NamedCommit } from './default-base.ts'
import { openProject } from './open-project.ts'
import { commitOf, mergeBaseOf, openRepository } from './open-repository.ts'
import { readCommit } from './open-revision.ts'

/** A project at one of the two ends of a comparison. */
export interface Side {
  readonly workspace: Workspace
  readonly readText: WorkspaceReader['readText']
  /** As a reader calls it: `main (6f59539)`, `the working tree`. */
  readonly name: string
  /** Undefined for the working tree. */
  readonly commit: string | undefined
}

export interface Sides {
  readonly base: Side
  readonly head: Side
}

/**
 * The two ends of a comparison. Without words: where the work has left the default branch, and the
 * working tree. One word: that revision and the working tree. `A..B` is A and B, `A...B` begins where they parted, as in git.
 */
export async function openSides(
  context: CommandContext,
  from: string | undefined,
  to: string | undefined,
): Promise<Sides> {
  const repository = await openRepository(context)
  const { base, head } = ends(repository, context, [from, to])
  return {
    base: sideAt(context, repository, base),
    head: head === undefined ? workingTree(context) : sideAt(context, repository, head),
  }
}

interface Ends {
  readonly base: NamedCommit
  /** Undefined for the working tree. */
  readonly head: NamedCommit | undefined
}

function ends(
  repository: Repository,
  { host }: CommandContext,
  [from, to]: readonly [string | undefined, string | undefined],
): Ends {
  const named = (name: string): NamedCommit => ({ name, commit: commitOf(repository, name) })
  if (from === undefined)
    return { base: defaultBase(repository, host.environment), head: undefined }
  const [, first, dots, second] = /^(.*?)(\.{2,3})(?!\.)(.*)$/.exec(from) ?? []
  if (first === undefined || second === undefined) {
    return { base: named(from), head: to === undefined ? undefined : named(to) }
  }
  if (to !== undefined) throw new UsageError(`"${from}" names both ends: leave out "${to}"`)
  const [one, other] = [named(first || 'HEAD'), named(second || 'HEAD')]
  if (dots === '..') return { base: one, head: other }
  return { base: { name: one.name, commit: mergeBaseOf(repository, one, other) }, head: other }
}

/** The project as it lies on the disk. */
export function workingTree(context: CommandContext): Side {
  return {
    workspace: openProject(context),
    readText: context.host.files.readText,
    name: 'the working tree',
    commit: undefined,
  }
}

function sideAt(context: CommandContext, repository: Repository, end: NamedCommit): Side {
  const { name, commit } = end
  return { ...readCommit(context, repository, commit), name: nameOf(name, commit), commit }
}

function nameOf(name: string, commit: string): string {
  const short = commit.slice(0, 7)
  return commit.startsWith(name) ? short : `${name} (${short})`
}
