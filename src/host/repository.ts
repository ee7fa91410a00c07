/** A git repository, read only: nothing here writes into it. */
export interface Repository {
  /** A clone without its whole history: ancestors may be missing. */
  readonly isShallow: boolean
  /** The commit that is checked out; undefined before the first one. */
  readonly head: string | undefined
  /** The commit that a revision names; undefined when it names none. */
  readonly resolve: (revision: string) => string | undefined
  /** What a branch or another name stands for (`origin/HEAD` for `origin/main`); undefined where it stands for nothing else. */
  readonly target: (name: string) => string | undefined
  /** Branches, branches of remotes and tags, for suggestions. */
  readonly names: () => readonly string[]
  /** The best common ancestor of two commits; undefined when there is none, or it is not in this clone. */
  readonly mergeBase: (one: string, other: string) => string | undefined
  readonly filesAt: (commit: string) => RevisionFiles
}

/** Files of a revision that git has not, or does not give: a clone without all its contents. */
export class UnreadableRevision extends Error {
  override readonly name = 'UnreadableRevision'
}

/** The files of a revision, by the same paths as those of the working tree. Reading throws UnreadableRevision. */
export interface RevisionFiles {
  /** Undefined when there is no such file. */
  readonly readText: (path: string) => string | undefined
  /** The names in a folder, sorted, folders with a trailing slash; empty when there is no such folder. */
  readonly list: (folder: string) => readonly string[]
}

/** A repository, or why there is none. */
export type RepositoryOpening =
  | { readonly status: 'open'; readonly repository: Repository }
  /** The program `git` is not installed. */
  | { readonly status: 'no-git' }
  | { readonly status: 'no-repository' }
  /** Git refuses: the repository belongs to another user. */
  | { readonly status: 'untrusted'; readonly folder: string }
  | { readonly status: 'failed'; readonly reason: string }
